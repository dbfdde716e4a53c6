// Served by a stub of node: see runbooks/environments/centos/README.md.

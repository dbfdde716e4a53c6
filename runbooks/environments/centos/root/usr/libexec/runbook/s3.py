#!/usr/bin/python3
"""A server that speaks as much of S3 as `aws s3` needs, over files: a bucket is a folder, a key a file in it.

s3.py PORT FOLDER CREDENTIALS

It checks each request's signature (AWS Signature Version 4) against the keys in CREDENTIALS, an ~/.aws/credentials, and
that the body has the announced digest. Objects in parts are put together only when they are complete.
"""
import configparser
import hashlib
import hmac
import http.server
import os
import re
import secrets
import shutil
import sys
import urllib.parse
from datetime import datetime, timezone
from xml.sax.saxutils import escape

PORT, ROOT, CREDENTIALS = int(sys.argv[1]), sys.argv[2], sys.argv[3]
PARTS = os.path.join(ROOT, ".parts")
BUCKET = re.compile("[a-z0-9][a-z0-9.-]{2,62}")


class Failure(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code = status, code


def secret_of(access_key):
    keys = configparser.ConfigParser(default_section=None, interpolation=None)
    keys.read(CREDENTIALS)
    for name in keys.sections():
        if keys[name].get("aws_access_key_id") == access_key:
            return keys[name]["aws_secret_access_key"]
    raise Failure(403, "InvalidAccessKeyId", "The access key is not known here")


def signed(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def quoted(text):
    return urllib.parse.quote(text, safe="-_.~")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def serve(self):
        try:
            url = urllib.parse.urlsplit(self.path)
            self.query = dict(urllib.parse.parse_qsl(url.query, keep_blank_values=True))
            self.body = self.read_body()
            self.check_signature(url)
            bucket, _, key = urllib.parse.unquote(url.path).lstrip("/").partition("/")
            self.answer(bucket, key)
        except Failure as failure:
            body = f"<Error><Code>{failure.code}</Code><Message>{failure}</Message></Error>".encode()
            self.send(failure.status, body)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = serve

    def read_body(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        announced = self.headers.get("x-amz-content-sha256", "")
        if announced.startswith("STREAMING-"):
            raise Failure(501, "NotImplemented", "Bodies in signed chunks are not supported")
        if announced != "UNSIGNED-PAYLOAD" and announced != hashlib.sha256(body).hexdigest():
            raise Failure(400, "XAmzContentSHA256Mismatch", "The body is not what its digest says")
        return body

    def check_signature(self, url):
        match = re.fullmatch(
            r"AWS4-HMAC-SHA256 Credential=([^/]+)/([^/]+)/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)",
            self.headers.get("Authorization", ""),
        )
        if not match:
            raise Failure(403, "AccessDenied", "The request is not signed")
        access_key, day, region, names, signature = match.groups()
        pairs = urllib.parse.parse_qsl(url.query, keep_blank_values=True)
        canonical = "\n".join(
            [
                self.command,
                url.path,
                "&".join(sorted(f"{quoted(name)}={quoted(value)}" for name, value in pairs)),
                "".join(f"{name}:{' '.join(self.headers.get(name, '').split())}\n" for name in names.split(";")),
                names,
                self.headers["x-amz-content-sha256"],
            ]
        )
        text = "\n".join(
            [
                "AWS4-HMAC-SHA256",
                self.headers["x-amz-date"],
                f"{day}/{region}/s3/aws4_request",
                hashlib.sha256(canonical.encode()).hexdigest(),
            ]
        )
        key = f"AWS4{secret_of(access_key)}".encode()
        for part in (day, region, "s3", "aws4_request"):
            key = signed(key, part)
        if not hmac.compare_digest(hmac.new(key, text.encode(), hashlib.sha256).hexdigest(), signature):
            raise Failure(403, "SignatureDoesNotMatch", "The secret key is not the one of this access key")

    def answer(self, bucket, key):
        if not bucket:
            return self.list_buckets()
        folder = self.folder_of(bucket)
        if self.command == "PUT" and not key:
            os.makedirs(folder, exist_ok=True)
            return self.send(200)
        if not os.path.isdir(folder):
            raise Failure(404, "NoSuchBucket", f"There is no bucket {bucket}")
        if not key:
            return self.list_objects(bucket, folder) if self.command == "GET" else self.send(200)
        path = os.path.normpath(os.path.join(folder, key))
        if not path.startswith(folder + "/"):
            raise Failure(400, "InvalidArgument", "The key leaves its bucket")
        if "uploads" in self.query or "uploadId" in self.query:
            return self.in_parts(bucket, key, path)
        return {"PUT": self.put, "GET": self.get, "HEAD": self.get, "DELETE": self.delete}[self.command](path)

    def folder_of(self, bucket):
        if not BUCKET.fullmatch(bucket):
            raise Failure(400, "InvalidBucketName", f"{bucket} cannot be a bucket's name")
        return os.path.join(ROOT, bucket)

    def put(self, path):
        store(path, self.body)
        self.send(200, headers={"ETag": f'"{hashlib.md5(self.body).hexdigest()}"'})

    def get(self, path):
        if not os.path.isfile(path):
            raise Failure(404, "NoSuchKey", "There is no such object")
        with open(path, "rb") as file:
            body = file.read()
        headers = {**described(path), "Content-Type": "application/octet-stream", "Accept-Ranges": "bytes"}
        span = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not span:
            return self.send(200, body, headers)
        first, last = int(span[1]), min(int(span[2] or len(body)), len(body) - 1)
        headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
        self.send(206, body[first : last + 1], headers)

    def delete(self, path):
        if os.path.isfile(path):
            os.remove(path)
        self.send(204)

    def in_parts(self, bucket, key, path):
        upload = self.query.get("uploadId", "")
        if not upload:
            upload = secrets.token_hex(8)
            os.makedirs(os.path.join(PARTS, upload))
            return self.xml(
                "InitiateMultipartUploadResult",
                f"<Bucket>{bucket}</Bucket><Key>{escape(key)}</Key><UploadId>{upload}</UploadId>",
            )
        folder = os.path.join(PARTS, upload)
        if not re.fullmatch("[0-9a-f]+", upload) or not os.path.isdir(folder):
            raise Failure(404, "NoSuchUpload", "There is no such upload")
        if self.command == "PUT":
            return self.put(os.path.join(folder, f"{int(self.query['partNumber']):05d}"))
        if self.command == "POST":
            numbers = [int(n) for n in re.findall(rb"<PartNumber>(\d+)</PartNumber>", self.body)]
            whole = b""
            for number in numbers:
                with open(os.path.join(folder, f"{number:05d}"), "rb") as part:
                    whole += part.read()
            store(path, whole)
            self.xml("CompleteMultipartUploadResult", f"<Bucket>{bucket}</Bucket><Key>{escape(key)}</Key>")
        else:
            self.send(204)
        shutil.rmtree(folder)

    def list_buckets(self):
        names = sorted(name for name in os.listdir(ROOT) if BUCKET.fullmatch(name))
        made = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        found = "".join(f"<Bucket><Name>{n}</Name><CreationDate>{made}</CreationDate></Bucket>" for n in names)
        self.xml("ListAllMyBucketsResult", f"<Buckets>{found}</Buckets>")

    def list_objects(self, bucket, folder):
        if "location" in self.query:
            return self.xml("LocationConstraint", "")
        prefix, delimiter = self.query.get("prefix", ""), self.query.get("delimiter", "")
        keys = sorted(
            os.path.relpath(os.path.join(place, name), folder) for place, _, names in os.walk(folder) for name in names
        )
        listed, folders = [], []
        for key in (k for k in keys if k.startswith(prefix)):
            below, found, _ = key[len(prefix) :].partition(delimiter) if delimiter else (key, "", "")
            if found:
                folders.append(prefix + below + delimiter)
            else:
                listed.append(key)
        encode = urllib.parse.quote if self.query.get("encoding-type") == "url" else escape
        objects = "".join(self.listed(folder, key, encode) for key in listed)
        common = "".join(f"<CommonPrefixes><Prefix>{encode(f)}</Prefix></CommonPrefixes>" for f in sorted(set(folders)))
        self.xml(
            "ListBucketResult",
            f"<Name>{bucket}</Name><Prefix>{encode(prefix)}</Prefix><KeyCount>{len(listed)}</KeyCount>"
            f"<IsTruncated>false</IsTruncated>{objects}{common}",
        )

    def listed(self, folder, key, encode):
        path = os.path.join(folder, key)
        when = datetime.fromtimestamp(os.path.getmtime(path), timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        return (
            f"<Contents><Key>{encode(key)}</Key><LastModified>{when}</LastModified><Size>{os.path.getsize(path)}</Size>"
            f"<ETag>{described(path)['ETag']}</ETag><StorageClass>STANDARD</StorageClass></Contents>"
        )

    def xml(self, name, content):
        text = f'<?xml version="1.0" encoding="UTF-8"?><{name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
        self.send(200, f"{text}{content}</{name}>".encode(), {"Content-Type": "application/xml"})

    def send(self, status, body=b"", headers=None):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    def log_message(self, *_):
        pass


def described(path):
    with open(path, "rb") as file:
        digest = hashlib.md5(file.read()).hexdigest()
    when = datetime.fromtimestamp(os.path.getmtime(path), timezone.utc)
    return {"ETag": f'"{digest}"', "Last-Modified": when.strftime("%a, %d %b %Y %H:%M:%S GMT")}


def store(path, body):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "wb") as file:
        file.write(body)
    os.replace(path + ".part", path)


os.makedirs(PARTS, exist_ok=True)
http.server.ThreadingHTTPServer.daemon_threads = True
http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()

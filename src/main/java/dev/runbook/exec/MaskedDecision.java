package dev.runbook.exec;

import dev.runbook.values.Masker;

/** A decision as it may be shown and recorded: a person may have typed a secret. */
final class MaskedDecision implements Decision.Visitor<Decision> {
    private final Masker masker;

    MaskedDecision(Masker masker) {
        this.masker = masker;
    }

    @Override
    public Decision run(Decision.Run run) {
        return new Decision.Run(run.edited().map(masker::mask));
    }

    @Override
    public Decision skip(Decision.Skip skip) {
        return new Decision.Skip(masker.mask(skip.why()));
    }

    @Override
    public Decision judge(Decision.Judge judge) {
        return new Decision.Judge(judge.holds(), masker.mask(judge.note()));
    }

    @Override
    public Decision goOn(Decision.GoOn goOn) {
        return goOn;
    }

    @Override
    public Decision back(Decision.Back back) {
        return back;
    }

    @Override
    public Decision undo(Decision.Undo undo) {
        return undo;
    }

    @Override
    public Decision stop(Decision.Stop stop) {
        return new Decision.Stop(masker.mask(stop.why()));
    }
}

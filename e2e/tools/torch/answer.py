"""Answers questions of the tests, a line of JSON each: scripts are executed, experiments run by the driver beside this.

One process for many of them, since importing torch takes longer than a hundred descents.
"""
import contextlib
import io
import json
import os
import signal
import sys
import traceback
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'driver'))
warnings.simplefilter('ignore')
import torch  # noqa: E402
import descent  # noqa: E402

torch.set_num_threads(1)
patience = 60


def executed(script):
    """What a script prints, and its error if it ends with one."""
    out, error = io.StringIO(), ''
    torch.set_default_dtype(torch.float32)
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(script, 'script', 'exec'), {'__name__': '__main__'})
        except BaseException:
            error = traceback.format_exc()
    return {'out': out.getvalue(), 'error': error}


def run(experiment):
    torch.set_default_dtype(torch.float64)
    return descent.table(experiment)


def late(*_):
    raise TimeoutError(f'more than {patience} s')


signal.signal(signal.SIGALRM, late)
for line in sys.stdin:
    answers = []
    for question in json.loads(line):
        signal.alarm(patience)
        answers.append(executed(question) if isinstance(question, str) else run(question))
        signal.alarm(0)
    print(json.dumps(answers), flush=True)

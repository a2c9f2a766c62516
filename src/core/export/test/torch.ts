// PyTorch for tests: found once, and asked for many scripts at a time.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const python = process.env.PYTHON || '/usr/bin/python3'
/** A folder called torch would make the import succeed emptily: hence an empty one. */
const empty = mkdtempSync(join(tmpdir(), 'descent-'))

const ask = (code: string, input = '') =>
  spawnSync(python, ['-c', code], { cwd: empty, input, encoding: 'utf8', maxBuffer: 2 ** 30 })

const probed = ask('import torch; torch.zeros(1); print(torch.__version__)')

/** The version of PyTorch, or undefined. */
export const torchVersion = probed.status === 0 ? probed.stdout.trim() : undefined

const runner = `
import contextlib, io, json, os, sys, traceback, warnings
warnings.simplefilter('ignore')
import torch
torch.set_num_threads(1)
def run(script):
    out = io.StringIO()
    error = ''
    torch.set_default_dtype(torch.float32)
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(script, 'script', 'exec'), {'__name__': '__main__'})
        except BaseException:
            error = traceback.format_exc()
    return dict(out=out.getvalue(), error=error)
json.dump([run(script) for script in json.load(sys.stdin)], sys.stdout)
`

/** What each script prints, and its error if it ends with one. */
export function runScripts(
  scripts: readonly string[],
): { readonly out: string; readonly error: string }[] {
  const { stdout, stderr, status } = ask(runner, JSON.stringify(scripts))
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

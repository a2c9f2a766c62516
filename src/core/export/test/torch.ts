// PyTorch for tests: found once, and asked for many scripts and descents at a time.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Experiment } from '../../experiment/experiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { customId } from '../../optimizers/written/custom.ts'

const python = process.env.PYTHON || '/usr/bin/python3'
/** A folder called torch would make the import succeed emptily: hence an empty one. */
const empty = mkdtempSync(join(tmpdir(), 'descent-'))
const answering = resolve('e2e/tools/torch/answer.py')

const probed = spawnSync(python, ['-c', 'import torch; torch.zeros(1); print(torch.__version__)'], {
  cwd: empty,
  encoding: 'utf8',
})

/** The version of PyTorch, or undefined. */
export const torchVersion = probed.status === 0 ? probed.stdout.trim() : undefined

/** What a script prints, and its error if it ends with one. */
export interface Printed {
  readonly out: string
  readonly error: string
}

/** What the driver, which knows nothing of our scripts, makes of an experiment. */
export interface Driven {
  readonly out: string
  /** How PyTorch stopped in a run. */
  readonly trouble: readonly string[]
  /** What the driver has no word for. */
  readonly uncovered: readonly string[]
}

/** What each script prints. */
export function runScripts(scripts: readonly string[]): readonly Printed[] {
  const input = `${JSON.stringify(scripts)}\n`
  const { stdout, stderr, status } = spawnSync(python, [answering], {
    cwd: empty,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** An experiment as the driver reads it: text and numbers, nothing that the core has made of them. */
function asked(experiment: Experiment) {
  const { loss, start, steps, runs } = prepare(experiment)
  return {
    f: loss.entry?.expression ?? experiment.f,
    variables: loss.variables,
    parameters: loss.parameters,
    constants: loss.entry?.constants ?? {},
    start,
    steps,
    runs: (experiment.runs ?? [{ optimizer: 'sgd' }]).map((spec, i) => ({
      ...spec,
      label: runs[i]?.label,
      // What nobody gave a written rule has the value that its slider begins with.
      hyper: spec.optimizer === customId ? runs[i]?.settings : (spec.hyper ?? {}),
    })),
  }
}

/** One Python that answers as long as it is asked. */
export class Interpreter {
  private readonly process: ChildProcess
  private readonly waiting: { resolve: (line: string) => void; reject: (e: Error) => void }[] = []

  constructor() {
    this.process = spawn(python, [answering], { cwd: empty, stdio: ['pipe', 'pipe', 'inherit'] })
    const { stdout } = this.process
    if (stdout) createInterface(stdout).on('line', (line) => this.waiting.shift()?.resolve(line))
    this.process.on('exit', (code) => {
      for (const { reject } of this.waiting) reject(new Error(`Python ended with ${code}`))
    })
  }

  /** What the scripts print, and what the driver makes of the experiments. */
  async ask(
    scripts: readonly string[],
    experiments: readonly Experiment[],
  ): Promise<{ readonly printed: readonly Printed[]; readonly driven: readonly Driven[] }> {
    const line = await new Promise<string>((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.process.stdin?.write(`${JSON.stringify([...scripts, ...experiments.map(asked)])}\n`)
    })
    const answers = JSON.parse(line)
    return { printed: answers.slice(0, scripts.length), driven: answers.slice(scripts.length) }
  }

  close(): void {
    this.process.kill()
  }
}

// PyTorch in a process of its own, where there is one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * PyTorch's own number of threads does not reach the library that multiplies its matrices: with a thread more, of which the
 * idle one spins, it takes the core that ours need for two workers.
 */
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }

/**
 * A program in Python, asked line by line; it answers a first time when it is ready.
 * @param {string} file
 * @param {unknown} [first] what it is told before that
 * @returns {Promise<{ ask: (message: unknown) => Promise<any>, close: () => void } | undefined>} nothing where Python has no torch
 */
export async function pythonPeer(file, first) {
  const python = process.env.PYTHON || '/usr/bin/python3'
  const child = spawn(python, [resolve(file)], {
    cwd: tmpdir(),
    env: { ...process.env, ...oneThread },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => undefined)
  child.stdin.on('error', () => {})
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const answer = async () => {
    const line = await Promise.race([lines.next(), ended])
    return line?.value === undefined ? undefined : JSON.parse(line.value)
  }
  /** @param {unknown} message */
  const tell = (message) => child.stdin.write(`${JSON.stringify(message)}\n`)
  if (first !== undefined) tell(first)
  if ((await answer()) === undefined) return undefined
  const ask = (/** @type {unknown} */ message) => {
    tell(message)
    return answer()
  }
  return { ask, close: () => child.stdin.end() }
}

/**
 * @param {import('./lessons.mjs').Lesson} lesson
 * @returns {Promise<{ peer: import('./browserPeers.mjs').Peer, close: () => void } | undefined>} nothing where Python has no torch
 */
export async function pytorchPeer(lesson) {
  const found = await pythonPeer('e2e/tools/peers/pytorch.py', lesson)
  return found && { peer: (count) => found.ask({ count }), close: found.close }
}

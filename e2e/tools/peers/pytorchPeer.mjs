// PyTorch in a process of its own, where there is one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * @param {import('./lessons.mjs').Lesson} lesson
 * @returns {Promise<{ peer: import('./browserPeers.mjs').Peer, close: () => void } | undefined>} nothing where Python has no torch
 */
export async function pytorchPeer(lesson) {
  const python = process.env.PYTHON || '/usr/bin/python3'
  const child = spawn(python, [resolve('e2e/tools/peers/pytorch.py')], {
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => undefined)
  child.stdin.on('error', () => {})
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  /** @param {unknown} message */
  const ask = async (message) => {
    child.stdin.write(`${JSON.stringify(message)}\n`)
    const line = await Promise.race([lines.next(), ended])
    return line?.value === undefined ? undefined : JSON.parse(line.value)
  }
  if ((await ask(lesson)) === undefined) return undefined
  return { peer: (count) => ask({ count }), close: () => child.stdin.end() }
}

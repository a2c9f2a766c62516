// Files that people save and open.

import { asked, isRecord, wellFormed } from '../core/experiment/form.ts'
import { type Parts, spelledOut } from '../core/experiment/part.ts'
import { parts } from '../core/experiment/parts.ts'
import { csv } from '../core/export/csv.ts'
import type { Lab } from './lab/lab.ts'

/** The table of what is shown. */
export function csvOf(lab: Lab): string {
  const { shown } = lab.store.getState()
  return shown ? csv(shown.traces, shown.prepared.loss.variables) : ''
}

/** The experiment as a file. */
export function jsonOf(lab: Lab): string {
  const { experiment, playhead } = lab.store.getState()
  const whole = { ...experiment, lab: lab.id, at: Math.floor(playhead) }
  return `${JSON.stringify(spelledOut(parts, whole), null, 2)}\n`
}

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  py: 'text/x-python',
  tex: 'text/x-tex',
}

/** Hands a text, or a file that is made already, to the browser. */
export function download(name: string, content: string | Blob): void {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain'
  const blob =
    typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/**
 * Reads a saved experiment. Never throws: what is not one is complained about.
 * @param parts the table of the parts that the lab's experiments have
 * @param file its name
 */
export function readExperiment<E>(
  parts: Parts<E>,
  text: string,
  file: string,
): { experiment: Partial<E>; complaints: string[] } {
  const value = parsed(text)
  if (!isRecord(value))
    return { experiment: {}, complaints: [`${file} is not an experiment saved by Descent`] }
  const complaints: string[] = []
  const experiment = wellFormed(parts, value, file, (sentence) => complaints.push(sentence))
  const missing = parts.filter(({ name, needed }) => needed && value[name] === undefined)
  for (const { name, form } of missing)
    complaints.push(`${file} has no \`${name}\`: ${asked(form)}`)
  return { experiment, complaints }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

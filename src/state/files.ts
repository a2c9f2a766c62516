// Files that people save and open.

import { asked, isRecord, wellFormed } from '../core/experiment/form.ts'
import type { Parts } from '../core/experiment/part.ts'
import { limits } from '../core/limits.ts'
import { firstOf, shortened } from '../core/quote.ts'

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  py: 'text/x-python',
  tex: 'text/x-tex',
  md: 'text/markdown',
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

/** The text of a file, or why it cannot be had. Never fails: folders, and files that are gone, cannot be read. */
export async function textOf(
  file: Pick<File, 'name' | 'size' | 'text'>,
): Promise<string | { readonly refusal: string }> {
  const called = shortened(file.name)
  if (file.size > limits.file.most) return { refusal: `${called} ${limits.file.words}` }
  try {
    return await file.text()
  } catch {
    return { refusal: `${called} could not be read: it is a folder, or it is gone` }
  }
}

/** The lab that the text of a file names, if it names one. */
export function labIn(text: string): string | undefined {
  const value = recordIn(text)
  return typeof value?.lab === 'string' ? value.lab : undefined
}

function recordIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

export interface Saved<E> {
  readonly experiment: Partial<E> | undefined
  readonly complaints: readonly string[]
}

/**
 * Reads a saved experiment; nothing if the text holds none. Never throws: what is wrong is complained about.
 * @param parts the table of the parts that the lab's experiments have
 * @param fileName its name
 */
export function readExperiment<E>(parts: Parts<E>, text: string, fileName: string): Saved<E> {
  const file = shortened(fileName)
  if (text.length > limits.file.most)
    return { experiment: undefined, complaints: [`${file} ${limits.file.words}`] }
  const value = recordIn(text)
  if (!value)
    return { experiment: undefined, complaints: [`${file} is not an experiment saved by Descent`] }
  const complaints: string[] = []
  const experiment = wellFormed(parts, value, file, (sentence) => complaints.push(sentence))
  const missing = parts.filter(({ name, needed }) => needed && experiment[name] === undefined)
  for (const { name, form } of missing)
    if (value[name] === undefined) complaints.push(`${file} has no \`${name}\`: ${asked(form)}`)
  return { experiment: missing.length ? undefined : experiment, complaints: firstOf(complaints) }
}

// Files that people save and open.
import { csv } from '../core/runs/csv.ts'
import type { Experiment } from '../core/runs/experiment.ts'
import { experimentForm, isRecord, runForm } from '../core/runs/form.ts'
import { spelledOut } from './edits.ts'
import type { Lab } from './lab.ts'

/** The table of what is shown. */
export function csvOf(lab: Lab): string {
  const { shown } = lab.store.getState()
  return shown ? csv(shown.traces, shown.prepared.loss.variables) : ''
}

/** The experiment as a file. */
export function jsonOf(lab: Lab): string {
  const { experiment, playhead } = lab.store.getState()
  return `${JSON.stringify(spelledOut(experiment, Math.floor(playhead)), null, 2)}\n`
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json'
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Opens a saved experiment. What is none leaves everything as it was. */
export async function openFile(lab: Lab, file: Pick<File, 'name' | 'text'>): Promise<void> {
  const { experiment, complaints } = readExperiment(await file.text(), file.name)
  if (experiment.f === undefined) lab.store.setState({ problems: complaints })
  else lab.open(experiment, complaints)
}

/** Reads a saved experiment. Never throws: what is not one is complained about. */
export function readExperiment(
  text: string,
  file: string,
): { experiment: Partial<Experiment>; complaints: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (!isRecord(value))
    return { experiment: {}, complaints: [`${file} is not an experiment saved by Descent`] }
  const complaints: string[] = []
  const read = (whole: Record<string, unknown>, forms: typeof experimentForm, place: string) => {
    const right: Record<string, unknown> = {}
    for (const [key, part] of Object.entries(whole)) {
      const form = forms.get(key)
      if (!form) complaints.push(`\`${key}\` in ${place} is not known and was ignored`)
      else if (!form.fits(part)) complaints.push(`\`${key}\` in ${place} must be ${form.words}`)
      else right[key] = part
    }
    return right
  }
  const experiment = read(value, experimentForm, file)
  if (value.f === undefined) complaints.push(`${file} has no \`f\`, the function to descend`)
  if (Array.isArray(experiment.runs))
    experiment.runs = experiment.runs.map((run) => read(run, runForm, `a run of ${file}`))
  return { experiment: experiment as Partial<Experiment>, complaints }
}

// What the plot can show beside the paths: the words behind `show` in links and files.
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Edit } from '../../state/edits/experiment.ts'

export const looks = [
  '3d',
  'log-height',
  'vectors',
  'one-scale',
  'field',
  'ellipse',
  'linear',
  'quadratic',
  'repeats',
  'follow',
] as const
export type Look = (typeof looks)[number]

/** What is shown where an experiment says nothing of it. */
const usual: readonly string[] = ['vectors', 'repeats'] satisfies Look[]

export const isShown = ({ show = usual }: Experiment, look: Look): boolean => show.includes(look)

/** Shows something, or no longer. The usual is not written down. */
export const setLook =
  (look: Look, isOn: boolean): Edit =>
  ({ show = usual, ...experiment }) => {
    const shown = looks.filter((known) => (known === look ? isOn : show.includes(known)))
    return shown.join() === usual.join() ? experiment : { ...experiment, show: shown }
  }

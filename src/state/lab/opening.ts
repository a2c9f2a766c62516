// From links and files to what is shown, and from there to its link.
import { spelledOut } from '../../core/experiment/part.ts'
import { decodeLink } from '../links/decodeLink.ts'
import { beyondLink, encodeLink } from '../links/encodeLink.ts'
import { momentOf } from './changing.ts'
import { noHistory, remember } from './history.ts'
import type { Inside } from './inside.ts'
import type { AnyExperiment, LabKind } from './kind.ts'
import type { Lab } from './lab.ts'

/**
 * The functions that take what links and files say.
 * @param start shows what is asked for now
 */
export function opening<E extends AnyExperiment, P, S, O>(
  inside: Inside<E, P, S, O>,
  start: () => void,
): Pick<Lab<E>, 'open' | 'openLink' | 'link' | 'beyondLink' | 'file'> {
  const { kind, get, set } = inside
  const { id, parts, own } = kind
  const open: Lab<E>['open'] = ({ lab: name, ...said }, complaints = []) => {
    const elsewhere =
      name && name !== id ? [`There is no lab \`${name}\` here; this is the ${id} lab`] : []
    const mended = kind.mend(said as Partial<E>)
    const problems = [...complaints, ...elsewhere, ...mended.complaints]
    const { shown, history } = get()
    if (mended.standsIn && shown) return set({ problems }, mended.standsIn)
    set(
      {
        ...begun(kind, mended.experiment),
        history: shown ? remember(history, momentOf(inside), '', 0) : noHistory,
        problems,
      },
      { ...own?.initial, ...mended.own } as Partial<O>,
    )
    start()
  }
  const now = () => {
    const { experiment, playhead } = get()
    return spelledOut(parts, { ...experiment, lab: id, at: Math.floor(playhead) })
  }
  return {
    open,
    openLink(fragment) {
      const { experiment, complaints } = decodeLink(parts, fragment)
      open(experiment, complaints)
    },
    link: (writing) => encodeLink(parts, now(), writing),
    beyondLink: () => beyondLink(parts, now()),
    file: () => `${JSON.stringify(now(), null, 2)}\n`,
  }
}

/** An experiment from its beginning. */
export const begun = <E extends AnyExperiment, P, S, O>(
  { prepare }: Pick<LabKind<E, P, S, O>, 'prepare'>,
  experiment: E,
) => ({
  experiment,
  prepared: prepare(experiment),
  playhead: experiment.at ?? 0,
  playing: false,
})

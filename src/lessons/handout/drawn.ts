// When a scene stands still, and what it is then as a figure.
import type { Lab } from '../../state/lab/lab.ts'
import { onTheWay } from '../../ui/parts/arrival.ts'
import { isShown, truthOf } from '../asking/truth.ts'
import type { Value } from '../facts/results.ts'
import type { Question } from '../text/lesson.ts'
import type { Still, Wanted } from './sheets.ts'

export interface Figure {
  /** The address of the picture, which is all in it; nothing of what has none. */
  readonly picture: string | undefined
  /** The step that it shows, and the last one of the scene. */
  readonly at: number
  readonly last: number
  /** What is so, by the questions that it answers. */
  readonly truths: ReadonlyMap<Question, Value>
}

/** Between two looks (ms): parts of a plot follow each other within frames. */
const pause = 120
/** A picture that was the same for so many looks stands still; a scene that showed none for so many has none. */
const looks = { same: 2, none: 12 }

/**
 * The figure of a scene, once it stands still.
 * @param isLeft whether nobody waits any more
 */
export async function drawn(
  lab: Lab,
  wanted: Wanted,
  isLeft: () => boolean,
): Promise<Figure | undefined> {
  const svg = (await lab.exports()).find((item) => item.svg)?.svg
  let before: string | undefined
  for (let same = 0, none = 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (isLeft()) return undefined
    if (!isStill(lab, wanted)) continue
    const now = await svg?.()
    same = now !== undefined && now === before ? same + 1 : 0
    none = now === undefined ? none + 1 : 0
    before = now
    if (same >= looks.same || none >= looks.none) return figureOf(lab, wanted, now)
  }
}

/** Whether everything is computed, and it stands where it shall; what cannot go on stands still too. */
function isStill(lab: Lab, { isAtEnd }: Still): boolean {
  const { shown, growing, playhead } = lab.store.getState()
  if (lab.engine.store.getState().trouble) return true
  if (!shown || !isShown(lab) || growing || lab.engine.isBusy() || onTheWay.size > 0) return false
  if (!isAtEnd || playhead === shown.last) return true
  lab.seek(shown.last)
  return false
}

function figureOf(lab: Lab, { answers }: Wanted, svg: string | undefined): Figure {
  const { playhead, shown } = lab.store.getState()
  const truths = new Map<Question, Value>()
  for (const question of answers)
    truthOf(question, lab, (truth) => void truths.set(question, truth))()
  return {
    picture: svg && `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
    at: Math.floor(playhead),
    last: shown?.last ?? 0,
    truths,
  }
}

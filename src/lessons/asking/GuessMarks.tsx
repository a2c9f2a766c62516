import { useContext } from 'react'
import { plain } from '../../core/number.ts'
import type { DrawnOn } from '../../panels/lab/arrangement.tsx'
import { StartHandle } from '../../panels/plot/StartHandle.tsx'
import { under, type View } from '../../plot/view.ts'
import styles from './Guess.module.css'
import { GuessContext, guessName } from './guess.ts'

/** Before it is moved the handle stands as far from the point that the run has come to as this share of the width. */
const apart = 0.06

/** The guess as a handle on the curve; once it is checked, the guess and what came out. */
export function GuessMarks({ view, f, trace, variable }: DrawnOn) {
  const guess = useContext(GuessContext)
  if (!guess) return null
  const { at, truth, move, check } = guess
  if (truth !== undefined)
    return (
      <>
        {at !== undefined && <Pin view={view} x={at} y={f(at)} words="your guess" />}
        <Truth view={view} x={truth} y={f(truth)} words={`${variable} = ${plain(truth)}`} />
      </>
    )
  if (!move) return null
  const x = at ?? aside(trace, view)
  const place = { x, y: f(x) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed on the handle inside
    <g
      className={styles.guess}
      onKeyDown={(event) => {
        if (event.key === 'Enter') check?.()
      }}
    >
      <Plumb view={view} {...place} />
      <StartHandle
        view={view}
        at={place}
        name={guessName}
        className={styles.handle}
        words={`${variable} = ${plain(x)}`}
        onMove={(to) => move(to)}
        onHold={() => undefined}
        onDrag={(pixel) => move(under(view.x, pixel))}
      >
        <circle />
        <circle />
        <text>?</text>
      </StartHandle>
    </g>
  )
}

/** Beside where the run has come to, on the side that it has not come from. */
function aside({ x: path }: DrawnOn['trace'], { x }: View): number {
  const [from = 0, to = 1] = x.domain()
  const [first = 0, last = first] = [path[0], path.at(-1)]
  const by = (last < first ? -apart : apart) * (to - from)
  const inside = Math.max(from, Math.min(to, last))
  const at = inside + by
  return at > from && at < to ? at : inside - by
}

interface At {
  readonly view: View
  readonly x: number
  readonly y: number
}

/** From the curve down to the axis. */
function Plumb({ view, x, y }: At) {
  const [from, to] = [view.y(y), view.height - view.margins.bottom]
  const at = view.x(x)
  return from < to && Number.isFinite(at) ? (
    <path className={styles.plumb} d={`M${at},${from}V${to}`} />
  ) : null
}

interface MarkProps extends At {
  readonly words: string
}

const isSeen = ({ view, x, y }: At) => Number.isFinite(view.x(x)) && Number.isFinite(view.y(y))

/** Where someone has guessed. */
const Pin = ({ words, ...at }: MarkProps) =>
  isSeen(at) && (
    <g className={styles.guess}>
      <Plumb {...at} />
      <g className={styles.pin} transform={`translate(${at.view.x(at.x)},${at.view.y(at.y)})`}>
        <circle />
        <text y="-14">{words}</text>
      </g>
    </g>
  )

/** Where the point has come to. */
const Truth = ({ words, ...at }: MarkProps) =>
  isSeen(at) && (
    <g className={styles.truth}>
      <Plumb {...at} />
      <g transform={`translate(${at.view.x(at.x)},${at.view.y(at.y)})`}>
        <circle />
        <text y="30">{words}</text>
      </g>
    </g>
  )

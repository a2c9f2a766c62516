import type { KeyboardEvent, ReactNode } from 'react'
import { useDrag } from '../../plot/useDrag.ts'
import type { View } from '../../plot/view.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { useArrived } from '../../ui/parts/Part.tsx'
import styles from './Plot.module.css'

const dragging = arrival(async () => (await import('../later.ts')).attachDrag)

interface Props {
  readonly view: View
  /** Where the handle is, in the units of the axes. */
  readonly at: { readonly x: number; readonly y: number }
  /** Whether it moves up and down too: on a curve the height follows from the place. */
  readonly isFree?: boolean
  /** What it is called; without a name it is the start. */
  readonly name?: string
  readonly className?: string | undefined
  /** What it looks like, the part that takes hold of it first. */
  readonly children?: ReactNode
  /** Where it is, in words. */
  readonly words: string
  /** By keys, to a place in the units of the axes. */
  readonly onMove: (x: number, y: number) => void
  /** A drag begins or ends. */
  readonly onHold: (isHeld: boolean) => void
  /** To a pixel of the plot. */
  readonly onDrag: (x: number, y: number) => void
}

/** How a key moves the start: strides to the right and up. */
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
  PageDown: [0, -10],
  PageUp: [0, 10],
}

/** A round distance of which some sixty fit into the picture. */
const strideOn = (from: number, to: number) =>
  10 ** Math.floor(Math.log10(Math.abs(to - from) / 60))
const exactly = (value: number) => Number(value.toPrecision(10))

/** A slider that is drawn on the plot, to be dragged or moved by arrow keys: the start, or another place. */
export function StartHandle(props: Props) {
  const { view, at, isFree = false, words, onMove, onHold, onDrag } = props
  const attach = useArrived(dragging)
  const handle = useDrag(
    { onStart: () => onHold(true), onDrag, onEnd: () => onHold(false) },
    attach,
  )
  const [from = 0, to = 0] = view.x.domain()
  const stride = strideOn(from, to)
  const round = (value: number) => exactly(Math.round(value / stride) * stride)
  const onKeyDown = (event: KeyboardEvent) => {
    // The browser's own.
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const end = { Home: round(from), End: round(to) }[event.key]
    const move = moves[event.key]
    if (end === undefined && !move) return
    event.preventDefault()
    event.stopPropagation()
    const by = stride * (event.shiftKey ? 0.1 : 1)
    const [right = 0, up = 0] = move ?? []
    const across = isFree ? right : right + up
    onMove(end ?? exactly(at.x + across * by), isFree ? exactly(at.y + up * by) : at.y)
  }
  const [x, y] = [view.x(at.x), view.y(at.y)]
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null
  return (
    <g
      ref={handle}
      role="slider"
      tabIndex={0}
      aria-label={props.name ?? 'Start'}
      aria-orientation={isFree ? undefined : 'horizontal'}
      aria-valuenow={at.x}
      aria-valuemin={Math.min(from, at.x)}
      aria-valuemax={Math.max(to, at.x)}
      aria-valuetext={words}
      className={props.className ?? styles.handle}
      transform={`translate(${x},${y})`}
      onKeyDown={onKeyDown}
    >
      {props.children ?? (
        <>
          <circle />
          <circle />
          <circle />
        </>
      )}
    </g>
  )
}

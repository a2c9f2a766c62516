import { type KeyboardEvent, useState } from 'react'
import { plain } from '../../../core/number.ts'
import { under, type View } from '../../../plot/view.ts'
import styles from './Fit.module.css'

interface Props {
  readonly view: View
  readonly titles: { readonly x: string; readonly y: string }
  /** Only across: how high it is says nothing. */
  readonly isLevel: boolean
  readonly onAdd: (pixel: readonly [number, number]) => void
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** In pixels; with Shift a larger one. */
const stride = { small: 8, large: 40 }

/** A cross that arrow keys move and Enter makes a point of: what a click does, without a pointer. */
export function NewPoint({ view, titles, isLevel, onAdd }: Props) {
  const { margins, width, height } = view
  const middle = [
    (margins.left + width - margins.right) / 2,
    (margins.top + height - margins.bottom) / 2,
  ] as const
  const [moved, move] = useState<readonly [number, number]>([0, 0])
  const inside = (pixel: number, from: number, to: number) => Math.max(from, Math.min(to, pixel))
  const x = inside(middle[0] + moved[0], margins.left, width - margins.right)
  const y = inside(middle[1] + moved[1], margins.top, height - margins.bottom)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = ways[event.key]
    if (event.key === 'Enter') onAdd([x, y])
    else if (way) {
      const far = event.shiftKey ? stride.large : stride.small
      move([x - middle[0] + far * way[0], y - middle[1] + far * way[1]])
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const at = { x: plain(under(view.x, x)), y: plain(under(view.y, y)) }
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label="New point"
      aria-valuenow={under(view.x, x)}
      aria-valuetext={`${titles.x} = ${at.x}${isLevel ? '' : `, ${titles.y} = ${at.y}`}`}
      className={styles.newPoint}
      onKeyDown={onKeyDown}
    >
      <path d={`M${x - 9},${y}h18M${x},${y - 9}v18`} />
    </g>
  )
}

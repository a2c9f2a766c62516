// Rows of a table are selected as steps, not as text: rows out of sight do not exist, but they are copied all the same.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useState,
} from 'react'
import { type Column, exactRows } from './columns.ts'

/** From the step where it began to the one it reaches, either way. */
export interface Range {
  readonly anchor: number
  readonly head: number
}

export const isIn = (k: number, range: Range | undefined): boolean =>
  range !== undefined &&
  k >= Math.min(range.anchor, range.head) &&
  k <= Math.max(range.anchor, range.head)

/** The steps of a range in a run of so many points. */
export function stepsIn({ anchor, head }: Range, count: number): number[] {
  const from = Math.min(anchor, head, count - 1)
  const to = Math.min(Math.max(anchor, head), count - 1)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/**
 * The selection of a table's rows: by dragging, by Shift and a click from the row of the playhead, by Shift and arrows,
 * all by Ctrl+A; Ctrl+C copies them with every digit.
 */
export function useRowSelection(columns: readonly Column[], count: number, step: number) {
  const [range, select] = useState<Range>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run has other rows
  useEffect(() => select(undefined), [columns])

  const onPointerDown = (event: PointerEvent) => {
    const k = stepAt(event.target)
    if (k === undefined || event.button !== 0) return
    if (event.shiftKey) select({ anchor: range?.anchor ?? step, head: k })
    else select(undefined)
  }
  const onPointerMove = (event: PointerEvent) => {
    const k = stepAt(event.target)
    // A touch scrolls; a mouse that is dragged from row to row selects them.
    if (k === undefined || event.buttons !== 1 || event.pointerType === 'touch') return
    select((before) => {
      if (before) return before.head === k ? before : { ...before, head: k }
      return { anchor: k, head: k }
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { anchor, head } = range ?? { anchor: step, head: step }
    const to = (k: number) => select({ anchor, head: Math.max(0, Math.min(count - 1, k)) })
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && event.key.toLowerCase() === 'a') select({ anchor: 0, head: count - 1 })
    else if (event.shiftKey && event.key === 'ArrowDown') to(head + 1)
    else if (event.shiftKey && event.key === 'ArrowUp') to(head - 1)
    else if (event.shiftKey && event.key === 'End') to(count - 1)
    else if (event.shiftKey && event.key === 'Home') to(0)
    else if (event.key === 'Escape' && range) select(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onCopy = (event: ClipboardEvent) => {
    const rows = stepsIn(range ?? { anchor: step, head: step }, count)
    event.preventDefault()
    event.clipboardData.setData('text/plain', exactRows(columns, rows))
  }
  return { range, handlers: { onPointerDown, onPointerMove, onKeyDown, onCopy } }
}

function stepAt(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-step]') : null
  return row ? Number(row.dataset.step) : undefined
}

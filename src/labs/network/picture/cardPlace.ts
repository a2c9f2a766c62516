// Where the card of a unit opens.
import { type Box, movedInside } from '../../../plot/labels/box.ts'
import type { Size } from '../../../plot/view.ts'

/** Between a unit and its card, and around the card (px). */
const gap = 6

/** Beside the unit where there is room, to the right first; else below or above it. It never leaves the screen. */
export function cardPlace(unit: Box, card: Size, screen: Size): Box {
  const bounds = { x: gap, y: gap, width: screen.width - 2 * gap, height: screen.height - 2 * gap }
  const box = (x: number, y: number) => movedInside({ x, y, ...card }, bounds)
  const middle = unit.y + (unit.height - card.height) / 2
  const right = unit.x + unit.width + gap
  if (right + card.width + gap <= screen.width) return box(right, middle)
  const left = unit.x - gap - card.width
  if (left >= gap) return box(left, middle)
  const below = unit.y + unit.height + gap
  const isBelow = below + card.height + gap <= screen.height || unit.y < screen.height / 2
  const centred = unit.x + (unit.width - card.width) / 2
  return box(centred, isBelow ? below : unit.y - gap - card.height)
}

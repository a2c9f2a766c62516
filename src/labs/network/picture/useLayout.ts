// Where everything stands in the frame as it is now, and which units of wide layers are drawn.
import { type RefObject, useCallback, useMemo, useState } from 'react'
import type { Architecture } from '../../../core/networks/network.ts'
import { sizeOf } from '../../../plot/labels/textSize.ts'
import { useSize } from '../../../plot/useSize.ts'
import { useMedia } from '../../../ui/media.ts'
import { layoutOf } from './layout.ts'
import { sizesOf } from './responses.ts'
import type { UnitPlace } from './walk.ts'
import type { Names } from './words.ts'

const coarse = matchMedia('(pointer: coarse)')
/** Longer names are cut off (in ems), and so much stays free beside them. */
const longestName = 7
const besideName = 0.5

export function useLayout(
  frame: RefObject<Element | null>,
  architecture: Architecture,
  names: Names,
  isEdited: boolean,
) {
  const size = useSize(frame)
  const isCoarse = useMedia(coarse)
  const [firsts, setFirsts] = useState<readonly number[]>([])
  const layout = useMemo(() => {
    const room = (all: readonly string[]) =>
      Math.min(longestName, Math.max(0, ...all.map((name) => sizeOf(name, 1).width)) + besideName) *
      size.text
    const sides = { left: room(names.inputs), right: room(names.outputs) }
    return layoutOf(sizesOf(architecture), { ...size, ...sides, isCoarse, isEdited }, firsts)
  }, [architecture, names, size, isCoarse, isEdited, firsts])
  /** Draws a unit that is not drawn yet, at the end where it comes from. */
  const reveal = useCallback(
    ({ column, unit }: UnitPlace) => {
      const { first = 0, ys = [] } = layout.columns[column] ?? {}
      if (unit >= first && unit < first + ys.length) return
      const next = unit < first ? unit : unit - ys.length + 1
      setFirsts((all) => layout.columns.map((_, k) => (k === column ? next : (all[k] ?? 0))))
    },
    [layout],
  )
  return { layout, text: size.text, reveal }
}

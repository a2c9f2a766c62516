import { type ComponentProps, useRef } from 'react'
import { useDrag } from '../../../plot/useDrag.ts'
import { setVariable } from '../../../state/graphs/edits.ts'
import { arrival } from '../../../ui/parts/arrival.ts'
import { useArrived } from '../../../ui/parts/Part.tsx'
import { useGraphLab } from '../useGraph.ts'
import { Gate } from './Gate.tsx'

const dragging = arrival(async () => (await import('../../../panels/later.ts')).attachDrag)

/** How far a drag goes for one stride of a value (in the units of the layout), and strides for a value of 1. */
const perStride = 4
const fineness = 20

interface Props extends Omit<ComponentProps<typeof Gate>, 'handle'> {
  readonly variable: string
}

/** The node of a variable: its value may be dragged, to the right for more. */
export function Leaf({ variable, ...props }: Props) {
  const lab = useGraphLab()
  const attach = useArrived(dragging)
  const held = useRef<{ readonly from: number; readonly value: number }>(undefined)
  const handle = useDrag(
    {
      onDrag(x) {
        const value = lab.store.getState().prepared.point[variable] ?? 0
        held.current ??= { from: x, value }
        const { from, value: before } = held.current
        const size = 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(before))))
        const strides = Math.round((x - from) / perStride)
        const next = Number((before + (strides * size) / fineness).toPrecision(12))
        if (next !== value) lab.change(setVariable(variable, next), `variable ${variable}`)
      },
      onEnd() {
        held.current = undefined
      },
    },
    attach,
  )
  return <Gate {...props} handle={handle} />
}

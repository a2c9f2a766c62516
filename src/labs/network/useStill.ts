import { useMemo } from 'react'
import { probeOf } from '../../core/networks/probe.ts'
import { useShownTraining } from './useNetwork.ts'

/** What does not change while it trains stays the same object. */
export function useStill() {
  const { prepared } = useShownTraining()
  const { points, architecture, classes } = prepared
  const probe = useMemo(() => probeOf(points), [points])
  const inputs = useMemo(() => namesOf('x', architecture.inputs), [architecture.inputs])
  const outputs = useMemo(
    () =>
      classes !== undefined && architecture.outputs > 1
        ? Array.from({ length: architecture.outputs }, (_, i) => `class ${i}`)
        : namesOf('ŷ', architecture.outputs),
    [architecture.outputs, classes],
  )
  return { prepared, probe, inputs, outputs }
}

const namesOf = (name: string, count: number): readonly string[] =>
  count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name}${i + 1}`)

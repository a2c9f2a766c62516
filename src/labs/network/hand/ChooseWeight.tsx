import { useMemo } from 'react'
import { signs } from '../../../core/networks/insight/signs.ts'
import { indexOfPlace, layersIn, type WeightPlace } from '../../../core/networks/places.ts'
import { Select } from '../../../ui/Select.tsx'
import { Field } from '../Field.tsx'
import { useNetworkLab } from '../useNetwork.ts'
import type { ChosenWeight } from './useParameter.ts'

const bias = 'bias'

/** Which weight or bias is followed, by its place in the network. */
export function ChooseWeight({ chosen }: { readonly chosen: ChosenWeight }) {
  const lab = useNetworkLab()
  const { shown, place } = chosen
  const { architecture } = shown.prepared
  const shapes = useMemo(() => layersIn(architecture), [architecture])
  const { layer, unit, input } = place
  const { units = 1, inputs = 1 } = shapes[layer] ?? {}
  const choose = (wanted: WeightPlace): boolean => {
    const parameter = indexOfPlace(architecture, wanted)
    if (parameter === undefined) return false
    lab.look({ parameter })
    return true
  }
  const enter = (next: number) => {
    const there = shapes[next]
    if (!there) return
    choose({
      layer: next,
      unit: Math.min(unit, there.units - 1),
      input: input && Math.min(input, there.inputs - 1),
    })
  }
  return (
    <>
      <Select
        label="Layer"
        value={String(layer)}
        options={shapes.map((_, l) => ({
          value: String(l),
          name: l + 1 < shapes.length ? `${l + 1}` : `${l + 1}, output`,
        }))}
        onChange={(next) => enter(Number(next))}
      />
      <Field
        label="Unit"
        value={unit + 1}
        isWhole
        least={1}
        most={units}
        onChange={(one) => choose({ layer, unit: one - 1, input })}
      />
      <Select
        label="Input"
        value={String(input ?? bias)}
        options={[
          { value: bias, name: bias },
          ...Array.from({ length: inputs }, (_, i) => ({
            value: String(i),
            name: signs.y(layer - 1, i).text,
          })),
        ]}
        onChange={(next) =>
          choose({ layer, unit, input: next === bias ? undefined : Number(next) })
        }
      />
    </>
  )
}

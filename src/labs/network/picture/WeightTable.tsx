import { memo, useId } from 'react'
import { signs } from '../../../core/networks/insight/signs.ts'
import type { Moment } from '../../../core/networks/moment.ts'
import type { Architecture } from '../../../core/networks/network.ts'
import { indexOfPlace, isSamePlace, type WeightPlace } from '../../../core/networks/places.ts'
import { steady } from '../../../core/number.ts'
import styles from './Card.module.css'
import { sizesOf } from './responses.ts'
import { usePaced } from './usePaced.ts'
import type { UnitPlace } from './walk.ts'
import { type Names, sourceInWords } from './words.ts'

interface Props {
  readonly architecture: Architecture
  readonly names: Names
  readonly moment: Moment
  readonly unit: UnitPlace
  readonly chosen: WeightPlace | undefined
  readonly onChoose: (place: WeightPlace | undefined) => void
}

/** The bias of a unit and its incoming weights, to be chosen. */
export function WeightTable({ architecture, names, moment, unit, chosen, onChoose }: Props) {
  const id = useId()
  const { parameters } = usePaced(moment)
  const layer = unit.column - 1
  const inputs = sizesOf(architecture)[layer] ?? 0
  // The bias first: behind 256 weights nobody would find it.
  const order = [undefined, ...Array.from({ length: inputs }, (_, input) => input)]
  return (
    <div className={styles.weights}>
      <h4 id={id}>{inputs === 1 ? 'Bias and weight' : 'Bias and weights'}</h4>
      <div data-scrolls>
        <table aria-labelledby={id}>
          <tbody>
            {order.map((input) => {
              const place = { layer, unit: unit.unit, input }
              return (
                <Row
                  key={input ?? 'bias'}
                  {...{ layer, input, onChoose }}
                  unit={unit.unit}
                  name={signs.parameter(place).text}
                  from={input === undefined ? 'bias' : sourceInWords(names, layer, input)}
                  value={steady(parameters[indexOfPlace(architecture, place) ?? -1] ?? Number.NaN)}
                  isChosen={isSamePlace(place, chosen)}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface RowProps extends WeightPlace {
  readonly name: string
  readonly from: string
  readonly value: string
  readonly isChosen: boolean
  readonly onChoose: (place: WeightPlace | undefined) => void
}

const Row = memo(({ layer, unit, input, name, from, value, isChosen, onChoose }: RowProps) => (
  <tr>
    <th scope="row">{from}</th>
    <td>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? undefined : { layer, unit, input })}
      >
        {name}
      </button>
    </td>
    <td>{value}</td>
  </tr>
))
Row.displayName = 'Row'

import { useId } from 'react'
import type { Parameter } from '../../core/functions/function.ts'
import { setParameter } from '../../state/edits/parameters.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Range } from '../../ui/slider/Range.tsx'
import { nudge, sliderScale } from '../../ui/slider/sliderScale.ts'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

interface Props {
  readonly name: string
  readonly parameter: Parameter
}

/** A constant of the function: slider and number of one name. */
export function ParameterField({ name, parameter }: Props) {
  const lab = useDescentLab()
  const id = useId()
  const value = useDescentState(({ prepared }) => prepared.loss.parameters[name] ?? 0)
  const change = (next: number) => lab.change(setParameter(name, next), `parameter ${name}`)
  const label = [parameter.name, parameter.unit && `(${parameter.unit})`].filter(Boolean).join(' ')
  const scale = sliderScale({ scale: 'linear', range: parameter.range })
  return (
    <div className={styles.parameter}>
      <span id={id}>{label}</span>
      <span>
        <Range labelledBy={id} scale={scale} value={value} onChange={change} />
        <NumberField
          label={label}
          labelledBy={id}
          value={value}
          onChange={change}
          nudge={nudge(scale)}
        />
      </span>
    </div>
  )
}

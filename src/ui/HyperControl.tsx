import { memo, useId } from 'react'
import type { Hyper, HyperValue } from '../core/hyper.ts'
import type { Role } from '../core/language/roles.ts'
import { symbol } from '../core/language/symbol.ts'
import { plain } from '../core/number.ts'
import styles from './HyperControl.module.css'
import { NumberField } from './NumberField.tsx'
import { nudge, sliderScale } from './scale.ts'
import { Tex } from './Tex.tsx'

interface Props {
  readonly name: string
  /** What stands before the name in the rule: `schedule.` */
  readonly scope?: string
  readonly label: string
  readonly hyper: Hyper
  readonly value: HyperValue
  readonly role: Role | undefined
  /** Takes the value if it is lawful, and says whether it did. */
  readonly onChange: (name: string, value: HyperValue) => boolean
}

/** A hyper-parameter: slider and number of one name, or a checkbox. */
export const HyperControl = memo(
  ({ name, scope = '', label, hyper, value, role, onChange }: Props) => {
    const id = useId()
    if (hyper.kind.scale === 'flag') {
      return (
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(name, event.target.checked)}
          />
          {label}
        </label>
      )
    }
    const scale = sliderScale(hyper.kind)
    const { text } = symbol(name, '', hyper.symbol)
    return (
      <div className={styles.row} data-name={scope + name} data-role={role}>
        <span className={styles.label}>
          <span id={id}>{label}</span>{' '}
          <span aria-hidden="true">
            <Tex latex={text} text="" />
          </span>
        </span>
        <input
          type="range"
          aria-labelledby={id}
          aria-valuetext={plain(Number(value))}
          min={scale.min}
          max={scale.max}
          step={scale.step}
          value={scale.position(Number(value))}
          onChange={(event) => onChange(name, scale.value(event.target.valueAsNumber))}
        />
        <NumberField
          label={label}
          labelledBy={id}
          value={Number(value)}
          onChange={(next) => onChange(name, next)}
          nudge={nudge(scale)}
        />
      </div>
    )
  },
)
HyperControl.displayName = 'HyperControl'

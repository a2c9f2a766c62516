import { memo, useId } from 'react'
import type { Hyper, HyperValue } from '../core/hyper.ts'
import type { Role } from '../core/language/roles.ts'
import { symbol } from '../core/language/symbol.ts'
import { plain } from '../core/number.ts'
import type { Bound } from '../core/runs/bounds.ts'
import styles from './HyperControl.module.css'
import { NumberField } from './NumberField.tsx'
import { ScentTrack } from './Scent.tsx'
import { nudge, sliderScale } from './scale.ts'
import { type Scent, scentInWords } from './scent.ts'
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
  /** What each value would do, for the slider's track. */
  readonly scent?: Scent | undefined
  /** Where theory says that convergence ends. */
  readonly bound?: Bound | undefined
}

/** A hyper-parameter: slider and number of one name, or a checkbox. */
export const HyperControl = memo(
  ({ name, scope = '', label, hyper, value, role, onChange, scent, bound }: Props) => {
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
    const words = scentInWords(scent, bound)
    const { text, word } = symbol(name, '', hyper.symbol)
    return (
      <div
        className={styles.row}
        data-name={scope + name}
        data-role={role}
        data-bounded={bound !== undefined}
      >
        <span className={styles.label}>
          <span id={id}>{label}</span>{' '}
          {!word && (
            <span aria-hidden="true">
              <Tex latex={text} text="" />
            </span>
          )}
        </span>
        <span className={styles.slider} title={words || undefined}>
          <ScentTrack kind={hyper.kind} scent={scent} bound={bound} />
          <input
            type="range"
            aria-labelledby={id}
            aria-describedby={words ? `${id}-scent` : undefined}
            aria-valuetext={plain(Number(value))}
            min={scale.min}
            max={scale.max}
            step={scale.step}
            value={scale.position(Number(value))}
            onChange={(event) => onChange(name, scale.value(event.target.valueAsNumber))}
          />
          <span id={`${id}-scent`} hidden>
            {words}
          </span>
        </span>
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

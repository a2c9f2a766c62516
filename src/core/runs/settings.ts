// A run's arguments as PyTorch's classes take them, checked as PyTorch checks them, by the names that the rule uses.
import type { Settings } from '../language/fold.ts'
import { plain } from '../number.ts'
import { labelOfHyper } from '../optimizers/label.ts'
import {
  type Hyper,
  type HyperValue,
  hyperOf,
  isGroup,
  type Optimizer,
} from '../optimizers/optimizer.ts'
import { ExperimentError, type RunSpec } from './experiment.ts'

/**
 * Every hyper-parameter's value: PyTorch's default where nothing is given.
 * @throws ExperimentError for what PyTorch refuses
 */
export function settingsOf(optimizer: Optimizer, given: RunSpec['hyper'] = {}): Settings {
  const settings: Record<string, HyperValue> = {}
  for (const [name, { value }] of hyperOf(optimizer)) settings[name] = value
  for (const [key, argument] of Object.entries(given)) {
    const entry = Object.hasOwn(optimizer.hyper, key) ? optimizer.hyper[key] : undefined
    if (!entry) {
      const known = Object.keys(optimizer.hyper).join(', ')
      throw new ExperimentError(`${optimizer.name} has no "${key}"; it has ${known}`)
    }
    const parts = isGroup(entry) ? Object.keys(entry) : [key]
    const values = isGroup(entry) ? argument : [argument]
    if (!Array.isArray(values) || values.length !== parts.length) {
      throw new ExperimentError(
        `"${key}" of ${optimizer.name} takes ${parts.length} numbers: ${parts.join(', ')}`,
      )
    }
    parts.forEach((part, i) => {
      settings[part] = checked(part, hyperOf(optimizer).get(part) as Hyper, values[i] as HyperValue)
    })
  }
  const refusal = optimizer.refuses?.(settings)
  if (refusal) throw new ExperimentError(refusal)
  return settings
}

function checked(name: string, { kind }: Hyper, value: HyperValue): HyperValue {
  const label = labelOfHyper(name)
  if (kind.scale === 'flag') {
    if (typeof value !== 'boolean') throw new ExperimentError(`${label} is true or false`)
    return value
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ExperimentError(`${label} must be a number`)
  }
  if (value < kind.least)
    throw new ExperimentError(`${label} must not be below ${plain(kind.least)}`)
  if (kind.most !== undefined && value > kind.most) {
    throw new ExperimentError(`${label} must not be above ${plain(kind.most)}`)
  }
  if (kind.below !== undefined && value >= kind.below) {
    throw new ExperimentError(`${label} must be below ${plain(kind.below)}`)
  }
  return value
}

import type { ReactNode } from 'react'

interface Props {
  readonly name: string
  /** What stands on it, where that is shorter. */
  readonly children?: ReactNode
  readonly hint?: string | undefined
  /** Of what is on or off. */
  readonly isOn?: boolean | undefined
  readonly isPossible?: boolean
  readonly act: () => void
}

/** A button of whoever leads a talk. Not disabled, so that the focus stays where it is. */
export const Tool = ({ name, children = name, hint, isOn, isPossible = true, act }: Props) => (
  <button
    type="button"
    aria-label={children === name ? undefined : name}
    title={hint}
    aria-pressed={isOn}
    aria-disabled={isPossible ? undefined : true}
    onClick={act}
  >
    {children}
  </button>
)

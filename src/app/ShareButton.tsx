import { useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { part } from '../ui/parts/Part.tsx'
import { labs } from './labs.ts'

const Share = part(async () => (await import('./sharing/Share.tsx')).Share)

/** More ways to share what is shown than its link; they come when someone asks for them. */
export function ShareButton({
  lab,
  className,
}: {
  readonly lab: Lab
  readonly className?: string | undefined
}) {
  const [isOpen, open] = useState(false)
  const title = labs.find(({ id }) => id === lab.id)?.title ?? lab.id
  return (
    <>
      <button
        type="button"
        aria-label="Share"
        title="Share"
        className={className}
        onClick={() => open(true)}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path
            d="M12 15V3M7.5 7.5L12 3l4.5 4.5M5 12v8h14v-8"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
      </button>
      {isOpen && <Share {...{ lab, title }} onClose={() => open(false)} />}
    </>
  )
}

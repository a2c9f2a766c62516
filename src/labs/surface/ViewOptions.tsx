import { useEffect, useId, useRef, useState } from 'react'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { type Look, setLook } from './looks.ts'
import styles from './SurfacePlot.module.css'
import { useLook } from './useLook.ts'

interface Option {
  readonly look: Look
  readonly label: string
  readonly hint: string
}

const options: readonly Option[] = [
  { look: 'vectors', label: 'Vectors', hint: 'gradient, memory, scale and step' },
  { look: 'one-scale', label: 'One scale for all vectors', hint: 'so that lengths compare' },
  { look: 'field', label: 'Gradient field', hint: 'which way is down, everywhere' },
  {
    look: 'ellipse',
    label: 'Curvature ellipse',
    hint: 'eigenvalues and directions of the Hessian',
  },
  { look: 'linear', label: 'Linear model', hint: 'what the gradient alone predicts' },
  { look: 'quadratic', label: 'Quadratic model', hint: 'with the Hessian: Newton’s step' },
  { look: 'repeats', label: 'Repeats', hint: 'a noisy run 30 times, with mean and spread' },
  { look: 'follow', label: 'Follow the point', hint: 'the view jumps after it' },
]

/** What the plot shows besides the paths: a button with check boxes below it. */
export function ViewOptions() {
  const id = useId()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const leave = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) setOpen(false)
    }
    document.addEventListener('focusin', leave)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('focusin', leave)
      document.removeEventListener('pointerdown', leave)
    }
  }, [open])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside
    <div
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Show
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a field set cannot be laid out as a grid everywhere */}
      <div
        id={id}
        role="group"
        aria-label="Show on the plot"
        className={styles.options}
        hidden={!open}
      >
        {options.map((option) => (
          <LookBox key={option.look} {...option} />
        ))}
      </div>
    </div>
  )
}

function LookBox({ look, label, hint }: Option) {
  const id = useId()
  const lab = useDescentLab()
  const isOn = useLook(look)
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        aria-describedby={id}
        onChange={({ target }) => lab.change(setLook(look, target.checked))}
      />
      <span>{label}</span>
      <small id={id}>{hint}</small>
    </label>
  )
}

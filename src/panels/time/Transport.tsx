// panels/time/: play, pause, scrub.
import { Fragment, type ReactNode, useContext, useEffect, useRef } from 'react'
import { counted } from '../../core/number.ts'
import { phone, useMedia } from '../../ui/media.ts'
import { part } from '../../ui/parts/Part.tsx'
import { Owner } from '../../ui/place.tsx'
import { Select } from '../../ui/Select.tsx'
import { playheadOf, useLab, useLabState } from '../lab/labContext.ts'
import { afterFrame, useLaterShown, useReadableStep } from '../lab/pace.ts'
import styles from './Transport.module.css'

/** Its curve comes after the first picture. */
const Scrubber = part(async () => (await import('../later.ts')).Scrubber)

const speeds = [0.1, 0.25, 0.5, 1, 2, 5, 10].map((speed) => ({
  value: String(speed),
  name: `${speed}×`,
}))

interface Props {
  /** What the scrubber shows on its track: a value for each step, if there is one. */
  readonly track?: Float64Array
  /** Buttons that only some labs have. */
  readonly children?: ReactNode
}

const noTrack = new Float64Array()

/** Play, steps, and the scrubber. */
export function Transport({ track = noTrack, children }: Props) {
  const lab = useLab()
  const { last } = useLaterShown(lab, afterFrame)
  const step = useReadableStep()
  const playing = useLabState((state) => state.playing)
  const speed = useLabState((state) => state.speed)
  const play = useRef<HTMLButtonElement>(null)
  // In a second line it has more room.
  const isNarrow = useMedia(phone)

  const isAlone = useContext(Owner) === undefined
  // A page with one lab begins at it; of several, none takes the focus by itself.
  useEffect(() => {
    if (!isAlone) return
    // With the next frame: it has to know where everything stands, as the frame does.
    const frame = requestAnimationFrame(() => {
      // Whoever has gone somewhere before it was here stays there, as in the page around a frame.
      if (document.activeElement === document.body && document.hasFocus())
        play.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [isAlone])

  const to = (target: number) => {
    lab.pause()
    lab.seek(target)
  }
  const scrubber = (
    <div key="track" className={styles.track}>
      <Scrubber values={track} last={last} playhead={playheadOf(lab)} onSeek={to} />
    </div>
  )
  const words = [
    <p key="count" className={styles.count}>
      step <strong>{counted(step)}</strong> of {counted(last)}
    </p>,
    <Fragment key="beside">{children}</Fragment>,
  ]
  return (
    <fieldset className={styles.transport} aria-label="Transport">
      <button
        type="button"
        className={styles.reset}
        aria-label="Reset"
        aria-disabled={step === 0}
        onClick={() => to(0)}
      >
        <Icon d="M6 5v14M19 5l-10 7 10 7z" />
      </button>
      <button
        type="button"
        aria-label="Step back"
        aria-disabled={step === 0}
        onClick={() => to(step - 1)}
      >
        <Icon d="M16 5l-10 7 10 7z" />
      </button>
      <button
        ref={play}
        type="button"
        className={styles.play}
        aria-label={playing ? 'Pause' : 'Play'}
        onClick={playing ? lab.pause : lab.play}
      >
        <Icon d={playing ? 'M7 5h3v14H7zM14 5h3v14h-3z' : 'M8 4l12 8-12 8z'} />
      </button>
      <button
        type="button"
        aria-label="Step forward"
        aria-disabled={step >= last}
        onClick={() => to(step + 1)}
      >
        <Icon d="M8 5l10 7-10 7z" />
      </button>
      {isNarrow ? [...words, scrubber] : [scrubber, ...words]}
      <Select
        beside
        label="Speed"
        value={String(speed)}
        options={speeds}
        onChange={(value) => lab.setSpeed(Number(value))}
      />
    </fieldset>
  )
}

const Icon = ({ d }: { readonly d: string }) => (
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d={d} fill="currentColor" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
  </svg>
)

import { type Ref, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { functionName } from '../../core/loss/valueName.ts'
import drawer from '../../panels/drawer/Drawer.module.css'
import { useDescentLab, useSelected, useShown } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import { pathFromAbove } from '../../plot/paths/plotPath.ts'
import { type Rgb, readRgb } from '../../plot/plane/ramp.ts'
import { setLook } from './looks.ts'
import styles from './ReliefView.module.css'
import { Relief, type ReliefHandle } from './relief/Relief.tsx'
import type { Seen } from './useLandscape.ts'
import { useLook } from './useLook.ts'

interface Props {
  readonly seen: Seen
  readonly colors: readonly Rgb[]
  readonly theme: string
  readonly ref: Ref<ReliefHandle>
}

/** The same as a relief that can be turned; where there is no WebGL, back to the view from above. */
export function ReliefView({ seen: { landscape }, colors, theme, ref }: Props) {
  const lab = useDescentLab()
  const { prepared, traces } = useShown()
  const selected = useSelected()
  const isLog = useLook('log-height')
  const frame = useRef<HTMLDivElement>(null)
  const [inks, setInks] = useState<readonly Rgb[]>([])
  useLayoutEffect(() => {
    void theme // colours are read afresh
    const racers = frame.current?.querySelectorAll('[data-run]') ?? []
    setInks(
      [...racers].slice(0, traces.length).map((racer) => readRgb(getComputedStyle(racer).color)),
    )
  }, [theme, traces.length])
  const paths = useMemo(
    () =>
      traces.map((trace, run) => ({
        ...pathFromAbove(trace),
        f: trace.f,
        color: inks[run] ?? ([0, 0, 0] as const),
        isSelected: run === selected,
      })),
    [traces, inks, selected],
  )
  const [across = 'x', up = 'y'] = prepared.loss.variables
  return (
    <div ref={frame} className={styles.relief}>
      {traces.map(({ label }, run) => (
        <i key={label} data-run={run} hidden />
      ))}
      <Relief
        ref={ref}
        theme={theme}
        grid={landscape}
        levels={landscape.levels}
        colors={colors}
        paths={paths}
        playhead={playheadOf(lab)}
        logHeight={isLog}
        variables={[across, up]}
        label={`Surface ${functionName([across, up])} in three dimensions`}
        onUnavailable={() => {
          lab.change(setLook('3d', false))
          lab.complain('This browser cannot draw in three dimensions: here is the view from above')
        }}
      />
      <label className={`${drawer.tool} ${styles.option}`}>
        <input
          type="checkbox"
          checked={isLog}
          onChange={({ target }) => lab.change(setLook('log-height', target.checked))}
        />
        Logarithmic height
      </label>
    </div>
  )
}

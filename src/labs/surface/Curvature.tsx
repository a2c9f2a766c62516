import { useState } from 'react'
import { useStore } from 'zustand'
import chart from '../../panels/drawer/Drawer.module.css'
import { preferences, setOpen } from '../../state/preferences.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { part } from '../../ui/parts/Part.tsx'

const charts = () => import('./CurvatureCharts.tsx')
const Along = part(async () => (await charts()).Along, chart.chart)
const Sharpness = part(async () => (await charts()).Sharpness, chart.chart)

const roomy = matchMedia('(max-width: 1023px) and (min-width: 768px)')

/** Charts about curvature: how sharp it is along the path, or how far the best step would have gone. */
export function Curvature() {
  const open = useStore(preferences, (state) => state.open)
  const [isSlice, setSlice] = useState(false)
  return (
    <Disclosure
      title="Curvature"
      open={open.curvature ?? roomy.matches}
      onToggle={(value) => setOpen('curvature', value)}
      className={`${chart.loss} ${chart.curvature}`}
      tools={
        <button type="button" className={chart.save} onClick={() => setSlice(!isSlice)}>
          {isSlice ? 'Along the path' : 'Along the slope'}
        </button>
      }
    >
      {isSlice ? <Along /> : <Sharpness />}
    </Disclosure>
  )
}

import { useStore } from 'zustand'
import { preferences } from '../../state/preferences.ts'
import { part } from '../../ui/parts/Part.tsx'
import type { DragMeProps } from './DragMe.tsx'

const DragMe = part(async () => (await import('../later.ts')).DragMe)

/** Only a first visitor is told that the start is a handle. */
export const DragHint = (props: DragMeProps) =>
  useStore(preferences, ({ hasDragged }) => hasDragged) ? null : <DragMe {...props} />

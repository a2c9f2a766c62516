import { useEffect } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'

/**
 * Moves a chart's cursor with the playhead, past React.
 * @param place stable as long as the picture is the same
 */
export function useCursor(playhead: PlayheadSource, place: (step: number) => void): void {
  useEffect(() => {
    const follow = () => place(playhead.read())
    follow()
    return playhead.watch(follow)
  }, [playhead, place])
}

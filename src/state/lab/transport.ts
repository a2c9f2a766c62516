// The playhead: where it stands and whether it moves.
import type { Inside } from './inside.ts'
import type { Lab } from './lab.ts'

export function transport<E, P, S, O>({
  get,
  set,
}: Inside<E, P, S, O>): Pick<Lab, 'seek' | 'play' | 'pause' | 'setSpeed'> {
  return {
    seek(playhead) {
      const last = get().shown?.last ?? Number.POSITIVE_INFINITY
      set({ playhead: Math.max(0, Math.min(last, playhead)) })
    },
    /** From the beginning where it has come to the end; what grows has none yet. */
    play() {
      const { shown, growing, playhead } = get()
      if (!shown) return
      const isAtEnd = playhead >= shown.last && !growing
      set({ playing: true, playhead: isAtEnd ? 0 : playhead })
    },
    pause() {
      set({ playing: false, playhead: Math.floor(get().playhead) })
    },
    setSpeed(speed) {
      set({ speed })
    },
  }
}

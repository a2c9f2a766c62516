// The one clock: it alone knows time. Views draw from the playhead.

/** Calls `advance` with the seconds since the last frame until stopped. */
export function startClock(advance: (seconds: number) => void): () => void {
  let before = performance.now()
  let frame = requestAnimationFrame(function tick(now) {
    advance(Math.min(0.25, Math.max(0, now - before) / 1000))
    before = now
    frame = requestAnimationFrame(tick)
  })
  return () => cancelAnimationFrame(frame)
}

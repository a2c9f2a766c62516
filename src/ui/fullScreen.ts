/** Fills the screen with the page, or ends that. @returns whether the browser has done so: frames and phones may forbid it */
export async function toggleFullScreen(): Promise<boolean> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
    return true
  } catch {
    return false
  }
}

// The scene of a canvas through the loss of its WebGL context: browsers take it away, and mostly give it back.
import { createScene, type Scene } from './scene.ts'

/** A context that is not given back so soon is lost for good: milliseconds. */
const patience = 4000

interface Listeners {
  /** There is a new scene, with nothing in it. */
  readonly onReady: () => void
  /** There is no WebGL, or no longer. */
  readonly onUnavailable: () => void
}

/** The scene as long as there is one. */
export function keepContext(canvas: HTMLCanvasElement, { onReady, onUnavailable }: Listeners) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let scene: Scene | undefined
  const begin = () => {
    clearTimeout(waiting)
    scene = createScene(canvas)
    if (scene) onReady()
    else onUnavailable()
  }
  const onLost = (event: Event) => {
    // Without this it is never given back.
    event.preventDefault()
    scene = undefined
    waiting = setTimeout(onUnavailable, patience)
  }
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.addEventListener('webglcontextrestored', begin)
  begin()
  return {
    scene: () => scene,
    dispose() {
      clearTimeout(waiting)
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', begin)
      scene?.dispose()
    },
  }
}

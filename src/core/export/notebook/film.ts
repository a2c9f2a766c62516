// A film in a notebook, of whatever a cell draws: until(step) draws the figure as it is at one of the frames.

/** What comes before the figure. Jupyter then plays the film by itself; where nobody shows it, nothing is rendered. */
export const filmStart = `from matplotlib.animation import FuncAnimation

plt.rcParams['animation.html'] = 'jshtml'`

/**
 * What comes after until(step).
 * @param interval milliseconds from frame to frame
 */
export const filmEnd = (
  interval: number,
) => `movie = FuncAnimation(figure, until, frames=frames, interval=${interval})
plt.close(figure)
movie`

// The maps that are timed, as experiments of ours.

/** @typedef {'himmelblau' | 'tanhsin'} MapName */
/** @typedef {{ name: MapName, size: number, steps: number }} TimedMap */

/** @param {TimedMap} map @returns {import('../../../src/core/maps/mapExperiment.ts').MapExperiment} */
export const experimentOf = ({ name, size, steps }) =>
  name === 'himmelblau'
    ? {
        f: 'himmelblau',
        steps,
        runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }],
        map: {
          show: 'loss',
          size,
          x: { of: 'start.x', from: -5, to: 5 },
          y: { of: 'start.y', from: -5, to: 5 },
        },
      }
    : {
        f: 'tanhsin',
        start: [8],
        steps,
        runs: [{ optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 } }],
        map: {
          show: 'loss',
          size,
          x: { of: 'lr', from: 0, to: 2 },
          y: { of: 'momentum', from: 0, to: 1 },
        },
      }

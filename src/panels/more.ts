// What only some experiments need, in one piece: parameters, noise, a written rule, a schedule, a race.

export { nearestPath } from '../plot/paths/nearestPath.ts'
export { Standings } from './drawer/Standings.tsx'
export { NoiseFields } from './function/NoiseFields.tsx'
export { ParameterField } from './function/ParameterField.tsx'
export { RacersLayer } from './plot/RacersLayer.tsx'
export { RuleField } from './run/RuleField.tsx'
export { ScheduleArguments } from './run/ScheduleArguments.tsx'

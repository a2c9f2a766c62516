// What only some experiments need, in one piece: parameters, noise, a written rule, a schedule, a race.
export { Standings } from './drawer/Standings.tsx'
export { NoiseFields } from './function/NoiseFields.tsx'
export { ParameterField } from './function/ParameterField.tsx'
export { RuleField } from './run/RuleField.tsx'
export { ScheduleArguments } from './run/ScheduleArguments.tsx'

/** The address of the worker that does each job: see vite.config.ts. */
declare module 'virtual:workers' {
  const workers: Readonly<Record<keyof import('../engine/jobs/index.ts').Jobs, string>>
  export default workers
}

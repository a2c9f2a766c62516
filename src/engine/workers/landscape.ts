import { landscapeJobs } from '../jobs/landscape.ts'
import { serve } from '../serve.ts'

serve(self as never, landscapeJobs)

import address from 'virtual:workers/partner'
import { jobs, takePartners } from '../jobs/trainings.ts'
import { mayShare, onePartner } from '../partners.ts'
import { serve } from '../serve.ts'

if (mayShare()) takePartners(onePartner(() => new Worker(address, { type: 'module' })))
serve(self as never, jobs)

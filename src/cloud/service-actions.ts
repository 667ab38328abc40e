import type { ofService } from '@/contract/of-service'
import type { ActionRow } from './handler'
import { exportServiceRecords } from './handlers/export-service-records'
import { getKeepsake } from './handlers/get-keepsake'
import { getServiceSummary } from './handlers/get-service-summary'
import { listServiceRecords } from './handlers/list-service-records'
import { setRecordDetails } from './handlers/set-record-details'
import { thankHelpers } from './handlers/thank-helpers'

/** Who may do what about what was served: it is each person’s own. */
export const serviceActions: { [A in keyof typeof ofService]: ActionRow<A> } = {
  exportServiceRecords: { access: 'resident', writes: true, kept: false, handler: exportServiceRecords },
  getKeepsake: { access: 'resident', writes: false, handler: getKeepsake },
  getServiceSummary: { access: 'resident', writes: false, handler: getServiceSummary },
  listServiceRecords: { access: 'resident', writes: false, handler: listServiceRecords },
  setRecordDetails: { access: 'resident', writes: true, handler: setRecordDetails },
  thankHelpers: { access: 'resident', writes: true, handler: thankHelpers },
}

import * as exportServiceRecords from './export-service-records'
import * as getKeepsake from './get-keepsake'
import * as getServiceSummary from './get-service-summary'
import * as listServiceRecords from './list-service-records'
import * as setRecordDetails from './set-record-details'
import * as thankHelpers from './thank-helpers'

/** Actions about what somebody has served, and what is left of it. */
export const ofService = {
  exportServiceRecords,
  getKeepsake,
  getServiceSummary,
  listServiceRecords,
  setRecordDetails,
  thankHelpers,
}

import house from './migrations/0001_house.sql'
import draw from './migrations/0002_draw.sql'
import waitlistPrice from './migrations/0003_waitlist_price.sql'
import change from './migrations/0004_change.sql'
import substitute from './migrations/0005_substitute.sql'
import reminder from './migrations/0006_reminder.sql'
import correction from './migrations/0007_correction.sql'
import dispute from './migrations/0009_dispute.sql'
import record from './migrations/0010_record.sql'
import expiry from './migrations/0011_expiry.sql'
import contentCheck from './migrations/0012_content_check.sql'
import behalf from './migrations/0016_behalf.sql'
import presence from './migrations/0017_presence.sql'
import members from './migrations/0018_members.sql'
import publish from './migrations/0019_publish.sql'
import figures from './migrations/0020_figures.sql'
import liveCredits from './migrations/0021_live_credits.sql'
import teams from './migrations/0022_teams.sql'
import liveCard from './migrations/0024_live_card.sql'
import notices from './migrations/0025_notices.sql'
import company from './migrations/0026_company.sql'
import family from './migrations/0028_family.sql'
import privacy from './migrations/0029_privacy.sql'
import gridOfSession from './migrations/0030_grid_of_session.sql'
import thanks from './migrations/0031_thanks.sql'
import givenBack from './migrations/0032_given_back.sql'
import residentLeave from './migrations/0033_resident_leave.sql'

/** All migrations in order; a released one is never edited. */
export const migrations: { version: number; name: string; sql: string }[] = [
  { version: 1, name: '0001_house', sql: house },
  { version: 2, name: '0002_draw', sql: draw },
  { version: 3, name: '0003_waitlist_price', sql: waitlistPrice },
  { version: 4, name: '0004_change', sql: change },
  { version: 5, name: '0005_substitute', sql: substitute },
  { version: 6, name: '0006_reminder', sql: reminder },
  { version: 7, name: '0007_correction', sql: correction },
  { version: 9, name: '0009_dispute', sql: dispute },
  { version: 10, name: '0010_record', sql: record },
  { version: 11, name: '0011_expiry', sql: expiry },
  { version: 12, name: '0012_content_check', sql: contentCheck },
  { version: 16, name: '0016_behalf', sql: behalf },
  { version: 17, name: '0017_presence', sql: presence },
  { version: 18, name: '0018_members', sql: members },
  { version: 19, name: '0019_publish', sql: publish },
  { version: 20, name: '0020_figures', sql: figures },
  { version: 21, name: '0021_live_credits', sql: liveCredits },
  { version: 22, name: '0022_teams', sql: teams },
  { version: 24, name: '0024_live_card', sql: liveCard },
  { version: 25, name: '0025_notices', sql: notices },
  { version: 26, name: '0026_company', sql: company },
  { version: 28, name: '0028_family', sql: family },
  { version: 29, name: '0029_privacy', sql: privacy },
  { version: 30, name: '0030_grid_of_session', sql: gridOfSession },
  { version: 31, name: '0031_thanks', sql: thanks },
  { version: 32, name: '0032_given_back', sql: givenBack },
  { version: 33, name: '0033_resident_leave', sql: residentLeave },
]

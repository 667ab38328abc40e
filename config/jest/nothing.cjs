// Style sheets and pictures, as far as a unit test is concerned.
module.exports = { __esModule: true, default: '' }

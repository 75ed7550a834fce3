export { memberCspIni, webCspIni } from './csp-ini';
export { memberHttpdConf, webHttpdConf } from './httpd-conf';
export {
  type GatewayBackend,
  type MemberWebSettings,
  type WebPorts,
  webPorts,
  type WebServerSettings,
} from './settings';
export { webProblems } from './validate';

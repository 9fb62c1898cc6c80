<?php
/**
 * Plugin Name: Tollgate credits & usage
 * Description: Shows your customers their credits, purchases and quotas: a block and a shortcode. Customers who are signed in here are signed in there.
 * Version: 1.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: Apache-2.0
 * Text Domain: tollgate-usage
 *
 * Settings → Tollgate asks for the address of your Tollgate, your slug and the portal secret. Then put the block
 * "Credits & usage" or [tollgate_usage] on a page. It takes the options of the shortcode it replaces; where nothing
 * else answers [aipkit_token_usage], this does.
 */

defined('ABSPATH') || exit;

const TOLLGATE_VERSION = '1.1.0';

/** What one place may say otherwise than the merchant's settings, by kind; empty is "as set in Tollgate". */
const TOLLGATE_OPTIONS = array(
    'title' => 'text',
    'intro' => 'text',
    'chatbot' => 'switch',
    'aiforms' => 'switch',
    'imagegenerator' => 'switch',
    'purchasehistory' => 'switch',
    'buycredits' => 'switch',
    'buycreditslabel' => 'text',
    'buycreditsurl' => 'url',
);

/**
 * `url`, `slug` or `secret`. A constant in wp-config.php (TOLLGATE_URL, TOLLGATE_SLUG, TOLLGATE_SECRET) wins over what
 * was entered, and that over what the download was made for (defaults.php).
 */
function tollgate_setting($name) {
    static $defaults = null;
    if ($defaults === null) {
        $defaults = is_readable(__DIR__ . '/defaults.php') ? (array) require __DIR__ . '/defaults.php' : array();
    }
    $constant = 'TOLLGATE_' . strtoupper($name);
    if (defined($constant)) {
        return (string) constant($constant);
    }
    $entered = (string) get_option('tollgate_' . $name, '');
    return $entered !== '' ? $entered : (string) ($defaults[$name] ?? '');
}

require_once __DIR__ . '/token.php';
require_once __DIR__ . '/show.php';
if (is_admin()) {
    require_once __DIR__ . '/check.php';
    require_once __DIR__ . '/settings.php';
    add_filter('plugin_action_links_' . plugin_basename(__FILE__), 'tollgate_plugin_links');
}

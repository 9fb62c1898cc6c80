<?php
/** The page where it stands: a shortcode, the old one's name for it, and a block. */

defined('ABSPATH') || exit;

/** The script tag that shows the page. The token is fetched when it is looked at, so that page caches keep nobody's. */
function tollgate_render($options) {
    $url = untrailingslashit(tollgate_setting('url'));
    $slug = tollgate_setting('slug');
    if ($url === '' || $slug === '') {
        return tollgate_unready_note();
    }
    $tag = sprintf(
        '<script src="%s" data-merchant="%s" data-token-url="%s" data-lang="%s" data-frame-title="%s"',
        esc_url($url . '/embed.js'),
        esc_attr($slug),
        esc_url(add_query_arg('action', 'tollgate_token', admin_url('admin-ajax.php', 'relative'))),
        esc_attr(get_bloginfo('language')),
        esc_attr__('Credits and usage', 'tollgate-usage')
    );
    foreach (TOLLGATE_OPTIONS as $name => $kind) {
        $value = isset($options[$name]) && is_scalar($options[$name]) ? trim((string) $options[$name]) : '';
        if ($value !== '') {
            // An address such as /shop/ is one of this site's.
            $said = $kind === 'url' ? esc_url(WP_Http::make_absolute_url($value, home_url('/'))) : esc_attr($value);
            $tag .= sprintf(' data-%s="%s"', $name, $said);
        }
    }
    return tollgate_guest_note() . $tag . ' async></script>';
}

/** Only who can mend it is told that something is missing. */
function tollgate_unready_note() {
    if (!current_user_can('manage_options')) {
        return '';
    }
    return sprintf(
        '<p><a href="%s">%s</a></p>',
        esc_url(admin_url('options-general.php?page=tollgate')),
        esc_html__('Tollgate: enter its address and your slug. Only administrators see this line.', 'tollgate-usage')
    );
}

/** The way in, for who is not signed in here. */
function tollgate_guest_note() {
    if (is_user_logged_in()) {
        return '';
    }
    $links = array(wp_login_url((string) get_permalink()) => __('Log in', 'tollgate-usage'));
    if (get_option('users_can_register')) {
        $links[wp_registration_url()] = __('Register', 'tollgate-usage');
    }
    $shown = array();
    foreach ($links as $address => $label) {
        $shown[] = sprintf('<a href="%s">%s</a>', esc_url($address), esc_html($label));
    }
    return sprintf(
        '<p class="tollgate-usage-guest">%s %s</p>',
        esc_html__('Have an account?', 'tollgate-usage'),
        implode(' · ', $shown)
    );
}

function tollgate_shortcode($attributes) {
    $options = shortcode_atts(array_fill_keys(array_keys(TOLLGATE_OPTIONS), ''), (array) $attributes);
    return '<div class="tollgate-usage">' . tollgate_render($options) . '</div>';
}

function tollgate_block($attributes) {
    $wrapper = get_block_wrapper_attributes(array('class' => 'tollgate-usage'));
    return sprintf('<div %s>%s</div>', $wrapper, tollgate_render((array) $attributes));
}

function tollgate_register() {
    add_shortcode('tollgate_usage', 'tollgate_shortcode');
    if (!shortcode_exists('aipkit_token_usage')) {
        add_shortcode('aipkit_token_usage', 'tollgate_shortcode');
    }
    $needs = array('wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n');
    wp_register_script('tollgate-block', plugins_url('block.js', __FILE__), $needs, TOLLGATE_VERSION, true);
    wp_set_script_translations('tollgate-block', 'tollgate-usage');
    $place = array(
        'url' => untrailingslashit(tollgate_setting('url')),
        'slug' => tollgate_setting('slug'),
        'lang' => get_bloginfo('language'),
        'home' => home_url('/'),
        'settings' => current_user_can('manage_options') ? admin_url('options-general.php?page=tollgate') : null,
    );
    $told = 'window.tollgateUsage = ' . wp_json_encode($place, JSON_HEX_TAG | JSON_HEX_AMP) . ';';
    wp_add_inline_script('tollgate-block', $told, 'before');
    register_block_type('tollgate/usage', array(
        'api_version' => 3,
        'title' => __('Credits & usage', 'tollgate-usage'),
        'description' => __("A customer's credits, purchases and quotas, from Tollgate.", 'tollgate-usage'),
        'keywords' => array('tollgate', 'credits', 'balance', 'quota'),
        'category' => 'widgets',
        'icon' => 'chart-bar',
        'supports' => array('html' => false, 'align' => array('wide', 'full')),
        'attributes' => array_map(function () {
            return array('type' => 'string', 'default' => '');
        }, TOLLGATE_OPTIONS),
        'editor_script_handles' => array('tollgate-block'),
        'render_callback' => 'tollgate_block',
    ));
}
// Late: a plugin that has the old shortcode comes first.
add_action('init', 'tollgate_register', 99);

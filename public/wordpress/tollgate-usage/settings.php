<?php
/** Settings → Tollgate: three settings, whether they work, and where the page can go. */

defined('ABSPATH') || exit;

add_action('admin_init', function () {
    foreach (array('url', 'slug', 'secret') as $name) {
        register_setting('tollgate', 'tollgate_' . $name, array(
            'type' => 'string',
            'sanitize_callback' => 'tollgate_sanitize_' . $name,
        ));
    }
});

add_action('admin_menu', function () {
    add_options_page('Tollgate', 'Tollgate', 'manage_options', 'tollgate', 'tollgate_settings_page');
});

function tollgate_plugin_links($links) {
    $address = admin_url('options-general.php?page=tollgate');
    $own = sprintf('<a href="%s">%s</a>', esc_url($address), esc_html__('Settings', 'tollgate-usage'));
    return array_merge(array($own), (array) $links);
}

/** Any address of a Tollgate will do, a dashboard's too: its site is kept. */
function tollgate_sanitize_url($value) {
    $text = is_string($value) ? trim($value) : '';
    if ($text === '') {
        return '';
    }
    $site = tollgate_site_of(strpos($text, '://') === false ? 'https://' . $text : $text);
    if ($site !== '') {
        return esc_url_raw($site);
    }
    add_settings_error('tollgate_url', 'tollgate_url', __('The address must be such as https://tollgate.example.com.', 'tollgate-usage'));
    return (string) get_option('tollgate_url', '');
}

function tollgate_sanitize_slug($value) {
    return is_string($value) ? sanitize_title(trim($value)) : '';
}

/** The secret is never shown again, so an empty field keeps it. */
function tollgate_sanitize_secret($value) {
    $text = is_string($value) ? preg_replace('/\s+/', '', $value) : '';
    return $text !== '' ? $text : (string) get_option('tollgate_secret', '');
}

function tollgate_settings_page() {
    if (!current_user_can('manage_options')) {
        return;
    }
    echo '<div class="wrap"><h1>Tollgate</h1>';
    tollgate_show_checks();
    echo '<form method="post" action="options.php">';
    settings_fields('tollgate');
    echo '<table class="form-table" role="presentation">';
    $fields = array(
        'url' => array(__('Address of your Tollgate', 'tollgate-usage'), 'url', 'https://tollgate.example.com', __('Where you open its dashboard.', 'tollgate-usage')),
        'slug' => array(__('Your slug', 'tollgate-usage'), 'text', 'my-shop', __('What follows /m/ in the address of your dashboard.', 'tollgate-usage')),
        'secret' => array(__('Portal secret', 'tollgate-usage'), 'password', '', __('Tollgate shows it once: Shops → Customer page → Make secret.', 'tollgate-usage')),
    );
    foreach ($fields as $name => $field) {
        tollgate_show_field($name, $field);
    }
    echo '</table>';
    submit_button();
    echo '</form>';
    tollgate_show_places();
    echo '</div>';
}

function tollgate_show_field($name, $field) {
    list($label, $type, $placeholder, $help) = $field;
    $fixed = defined('TOLLGATE_' . strtoupper($name));
    $secret = $type === 'password';
    if ($fixed) {
        $help = __('Set in wp-config.php.', 'tollgate-usage');
    } elseif ($secret && tollgate_setting('secret') !== '') {
        $placeholder = __('Saved. Leave empty to keep it.', 'tollgate-usage');
    }
    printf(
        '<tr><th scope="row"><label for="tollgate_%1$s">%2$s</label></th><td><input class="regular-text" id="tollgate_%1$s" name="tollgate_%1$s" type="%3$s" value="%4$s" placeholder="%5$s" aria-describedby="tollgate_%1$s_help" autocomplete="%6$s" spellcheck="false"%7$s><p class="description" id="tollgate_%1$s_help">%8$s</p></td></tr>',
        esc_attr($name),
        esc_html($label),
        esc_attr($type),
        esc_attr($secret ? '' : tollgate_setting($name)),
        esc_attr($placeholder),
        $secret ? 'new-password' : 'off',
        disabled($fixed, true, false),
        esc_html($help)
    );
}

function tollgate_show_checks() {
    $checks = tollgate_check();
    if ($checks === array()) {
        return;
    }
    $good = !in_array(false, array_column($checks, 0), true);
    printf('<div class="notice inline %s"><ul>', $good ? 'notice-success' : 'notice-warning');
    foreach ($checks as list($passed, $sentence)) {
        printf(
            '<li><span class="dashicons dashicons-%s" aria-hidden="true"></span> %s%s</li>',
            $passed ? 'yes' : 'warning',
            $passed ? '' : '<strong>' . esc_html__('To do:', 'tollgate-usage') . '</strong> ',
            esc_html($sentence)
        );
    }
    echo '</ul></div>';
}

/** What to put on a page, and which pages have the shortcode of the plugin before. */
function tollgate_show_places() {
    echo '<h2>' . esc_html__('On a page', 'tollgate-usage') . '</h2><p>';
    esc_html_e('Put the block "Credits & usage" on a page, or this shortcode:', 'tollgate-usage');
    echo ' <code>[tollgate_usage]</code></p><p>';
    esc_html_e('One place can differ from your settings in Tollgate:', 'tollgate-usage');
    echo ' <code>[tollgate_usage title="My credits" chatbot="false" purchasehistory="false" buycreditsurl="/shop/"]</code></p>';

    global $shortcode_tags;
    $ours = ($shortcode_tags['aipkit_token_usage'] ?? null) === 'tollgate_shortcode';
    echo '<h2>' . esc_html__('Coming from AI Puffer', 'tollgate-usage') . '</h2><p>';
    echo $ours
        ? esc_html__('[aipkit_token_usage] with its options shows Tollgate: your pages can stay as they are.', 'tollgate-usage')
        : esc_html__('[aipkit_token_usage] still belongs to another plugin. When that is deactivated, it shows Tollgate with the same options.', 'tollgate-usage');
    echo '</p>';
    $pages = get_posts(array('s' => '[aipkit_token_usage', 'post_type' => 'any', 'post_status' => 'any', 'numberposts' => 20));
    if ($pages === array()) {
        return;
    }
    echo '<ul class="ul-disc">';
    foreach ($pages as $page) {
        $title = get_the_title($page) !== '' ? get_the_title($page) : $page->post_name;
        printf('<li><a href="%s">%s</a></li>', esc_url((string) get_permalink($page)), esc_html(wp_strip_all_tags($title)));
    }
    echo '</ul>';
}

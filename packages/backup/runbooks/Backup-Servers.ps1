<#
Takes a backup of servers of a vault now, for example before maintenance, and waits for their recovery points. A server
of which a backup is in progress already is waited for.
#>
param(
    # Resource id of the Recovery Services vault.
    [Parameter(Mandatory)] [ValidatePattern('^/subscriptions/.+/vaults/[^/]+$')] [string] $VaultId,
    # Names of virtual machines, separated by commas; * for all of the vault.
    [string] $Servers = '*',
    # Days for which these recovery points are kept.
    [ValidateRange(1, 9999)] [int] $RetainDays = 14,
    # Minutes to wait for recovery points: they are there once snapshots are, before the vault has them.
    [ValidateRange(1, 170)] [int] $WaitMinutes = 60,
    # Azure cloud, by its name in PowerShell.
    [string] $Environment = 'AzureCloud'
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$apiVersion = '2024-04-01'

function Get-ProtectedItems {
    $path = $VaultId + '/backupProtectedItems?api-version=' + $apiVersion + '&$filter=' + "backupManagementType eq 'AzureIaasVM'"
    while ($path) {
        $response = Invoke-AzRestMethod -Method GET -Path $path
        if ($response.StatusCode -ne 200) { throw "GET $path answered $($response.StatusCode): $($response.Content)" }
        $page = $response.Content | ConvertFrom-Json -AsHashtable
        $page.value
        $path = if ($page['nextLink']) { ([Uri] $page['nextLink']).PathAndQuery } else { $null }
    }
}

function Get-LastPoint($Item) {
    $time = $Item.properties['lastRecoveryPoint']
    return $time ? ([DateTime] $time).ToUniversalTime() : [DateTime]::MinValue
}

Disable-AzContextAutosave -Scope Process | Out-Null
Connect-AzAccount -Identity -Environment $Environment | Out-Null

$wanted = @($Servers.Split(',').Trim() | Where-Object { $_ })
$items = @(Get-ProtectedItems | Where-Object { -not $_.properties['isScheduledForDeferredDelete'] })
if (-not $items) { throw 'The vault protects no server.' }
$missing = @($wanted | Where-Object { $_ -ne '*' -and $_ -notin $items.properties.friendlyName })
if ($missing) { throw "The vault protects no server named $($missing -join ', ')." }
$chosen = @($items | Where-Object { '*' -in $wanted -or $_.properties.friendlyName -in $wanted })

$started = [DateTime]::UtcNow
$expiry = $started.AddDays($RetainDays).ToString('yyyy-MM-ddTHH:mm:ssZ')
$body = @{ properties = @{ objectType = 'IaasVMBackupRequest'; recoveryPointExpiryTimeInUTC = $expiry } } | ConvertTo-Json
# By item, since when a recovery point counts; one that was in progress may have its snapshot already.
$since = @{}
foreach ($item in $chosen) {
    $since[$item.id] = $started.AddMinutes(-1)
    $name = $item.properties.friendlyName
    $response = Invoke-AzRestMethod -Method POST -Path "$($item.id)/backup?api-version=$apiVersion" -Payload $body
    if ($response.StatusCode -lt 300) { Write-Output "Started a backup of $name." }
    elseif ($response.Content -match 'InProgress') {
        $since[$item.id] = $started.AddHours(-4)
        Write-Output "A backup of $name is in progress already."
    }
    else { throw "The backup of $name was refused ($($response.StatusCode)): $($response.Content)" }
}

$deadline = $started.AddMinutes($WaitMinutes)
do {
    Start-Sleep -Seconds 60
    $waiting = @(Get-ProtectedItems | Where-Object { $since.ContainsKey($_.id) -and (Get-LastPoint $_) -lt $since[$_.id] })
} while ($waiting -and [DateTime]::UtcNow -lt $deadline)

if ($waiting) {
    throw "No recovery point after $WaitMinutes minutes of $($waiting.properties.friendlyName -join ', '); see the vault's jobs."
}
Write-Output "Each of $($chosen.Count) servers has a recovery point of now, kept until $expiry."
